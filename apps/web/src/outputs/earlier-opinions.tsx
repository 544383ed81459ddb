import type { EarlierOpinion } from '@spolu/contracts/outputs';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';

/** What bodies said of the recommendation in earlier versions; each belongs to the words of its own version. */
export function EarlierOpinions({ opinions }: { opinions: readonly EarlierOpinion[] }) {
  const t = useText('outputs');
  const format = useFormat();
  if (opinions.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('said.title')}</h3>
      <ul role="list" className="stack">
        {opinions.map(({ id, bodyName, version, verdict, reasoning, dissent, vote, adoptedOn }) => (
          <li key={id} className="ui-card stack stack-s">
            <h4 className="row">
              {bodyName} <OutcomeTag outcome={verdict} />
            </h4>
            <p className="soft small">
              {t('said.when', { version, date: format.day(adoptedOn) })} {t('said.vote', { for: vote.for, against: vote.against, abstained: vote.abstained })}
            </p>
            <p className="keep-lines">{reasoning}</p>
            {dissent && <p className="keep-lines">{t('said.dissent', { text: dissent })}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
