import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { ReportAnswersPart } from '../answers/report-answers.tsx';

export function ReportPulse({ activity }: { activity: ReportActivityOf<'pulse'> }) {
  const t = useText('sessions');
  const words = activity.part?.words ?? [];
  return (
    <>
      <ReportAnswersPart activity={activity} />
      {words.length > 0 && (
        <section className="stack stack-s">
          <h3>{t('pulse.words')}</h3>
          <ul>
            {words.map((text, i) => (
              <li key={i} className="keep-lines">{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
