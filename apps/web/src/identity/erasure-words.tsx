import { useText } from '../i18n/use-text.ts';

/** What being forgotten takes away, and what stays and why. */
export function ErasureWords() {
  const t = useText('identity');
  return (
    <div className="stack">
      <div className="stack stack-s">
        <p className="strong">{t('erasure.goes')}</p>
        <ul>
          {(['name', 'address', 'devices', 'words'] as const).map((what) => <li key={what}>{t(`erasure.${what}`)}</li>)}
        </ul>
      </div>
      <div className="stack stack-s">
        <p className="strong">{t('erasure.stays')}</p>
        <ul>
          {(['contributions', 'votes', 'office', 'log'] as const).map((what) => <li key={what}>{t(`erasure.${what}`)}</li>)}
        </ul>
      </div>
    </div>
  );
}
