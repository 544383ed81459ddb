import type { DossierView } from '@spolu/contracts/outputs';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import type { TextKey } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<string, TagTone> = { open: 'accent', 'opinion-adopted': 'accent', returned: 'warn', decided: 'good' };

/** To which bodies a version went and how far that is. */
export function Referrals({ referrals }: { referrals: DossierView['versions'][number]['referrals'] }) {
  const t = useText('outputs');
  const format = useFormat();
  const me = useMe();
  // The referral itself is for the body's people and the process's staff; others only read that there is one.
  const works = me.roles.length > 0;
  return (
    <ul role="list" className="outputs-referrals">
      {referrals.map(({ id, bodyName, dueOn, state }) => (
        <li key={id} className="row">
          {works ? <a href={`/referrals/${id}`}>{bodyName}</a> : <span>{bodyName}</span>}
          <Tag tone={TONES[state] ?? 'neutral'}>{t(`state.${state}` as TextKey<'outputs'>)}</Tag>
          {state === 'open' && <span className="soft small">{t('until', { date: format.day(dueOn) })}</span>}
        </li>
      ))}
    </ul>
  );
}
