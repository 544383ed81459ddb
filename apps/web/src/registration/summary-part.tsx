import type { RegistrationSummary } from '@spolu/contracts/registration';
import { LANGUAGE_NAMES, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** What to prepare: how many chairs, and what people need. */
export function SummaryPart({ summary }: { summary: RegistrationSummary }) {
  const t = useText('registration');
  const format = useFormat();
  const { registered, capacity, waiting, arrived, walkIns, needs, needsNotes, languages } = summary;
  const counts = [
    { label: t('staff.registered'), value: capacity === null ? format.number(registered) : t('staff.ofCapacity', { count: registered, capacity }) },
    { label: t('staff.waiting'), value: format.number(waiting) },
    { label: t('staff.arrived'), value: format.number(arrived) },
    { label: t('staff.walkIns'), value: format.number(walkIns) },
  ];
  return (
    <section className="page-section stack" aria-labelledby="summary">
      <h2 id="summary">{t('staff.sumTitle')}</h2>
      <dl className="registration-counts">
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('staff.needs')}</h3>
      {needs.length === 0 && needsNotes.length === 0 ? (
        <p className="soft">{t('staff.needsNone')}</p>
      ) : (
        <ul>
          {needs.map(({ need, count }) => (
            <li key={need}>{t('staff.needCount', { need: t(`need.${need}`), count })}</li>
          ))}
        </ul>
      )}
      {needsNotes.length > 0 && (
        <>
          <h4>{t('staff.notes')}</h4>
          <ul>
            {needsNotes.map((note, i) => (
              <li key={i} className="keep-lines">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
      {languages.length > 1 && (
        <p>
          <span className="strong">{t('staff.languages')}:</span> {format.list(languages.map(({ language, count }) => `${LANGUAGE_NAMES[language]} ${count}`))}
        </p>
      )}
    </section>
  );
}
