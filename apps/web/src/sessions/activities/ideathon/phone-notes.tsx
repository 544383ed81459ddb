import type { OwnTeam } from '@spolu/contracts/activities/ideathon';
import { usePhoneText } from '../../phone/phone-text.tsx';

/** What those who lead the session told her team. */
export function PhoneNotes({ team: { notes } }: { team: OwnTeam }) {
  const { t } = usePhoneText();
  if (notes.length === 0) return null;
  return (
    <section className="stack stack-s" aria-labelledby="team-notes">
      <h2 id="team-notes">{t('ideathon.notes')}</h2>
      <p className="small soft">{t('ideathon.notesMeans')}</p>
      <ul role="list" className="stack stack-s">
        {notes.map(({ id, text }) => (
          <li key={id} className="ui-card keep-lines">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
