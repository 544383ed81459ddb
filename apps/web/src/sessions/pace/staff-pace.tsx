import type { Pace, PaceCounts } from '@spolu/contracts/pace';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../run-section.tsx';
import '../control.css';

const PACES: readonly Pace[] = ['too-fast', 'lost', 'fine'];

/** How it goes for the hall, in numbers: who said it nobody knows. */
export function StaffPace({ counts }: { counts: PaceCounts }) {
  const t = useText('sessions');
  const said = PACES.reduce((sum, pace) => sum + counts[pace], 0);
  return (
    <Section title={t('pace.title')}>
      <dl className="run-pace">
        {PACES.map((pace) => (
          <div key={pace} data-pace={pace}>
            <dt>{t(`pace.${pace}`)}</dt>
            <dd>
              <meter min={0} max={said} value={counts[pace]} aria-hidden />
              {counts[pace]}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{t('pace.means')}</p>
    </Section>
  );
}
