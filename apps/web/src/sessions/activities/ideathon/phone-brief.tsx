import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { InBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';

/** The challenge, and what a good proposal has. */
export function PhoneBrief({ settings: { challenge, brief, goodProposal } }: Pick<RoomIdeathon, 'settings'>) {
  const { t } = usePhoneText();
  return (
    <section className="stack stack-s" aria-labelledby="challenge">
      <h2 id="challenge"><InBoth of={challenge} /></h2>
      {brief && <p className="keep-lines"><InBoth of={brief} /></p>}
      {goodProposal.length > 0 && (
        <>
          <h3>{t('ideathon.goodProposal')}</h3>
          <ul>
            {goodProposal.map((has) => (
              <li key={has}><InBoth of={has} /></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
