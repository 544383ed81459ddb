import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { InBoth } from '../../in-both.tsx';
import { EstimateMap } from '../estimate/two-by-two.tsx';
import type { Counted } from './answer-result.tsx';
import { figuresOf, sentencesOf } from './kind-words.ts';

/** More rows than these a table on the wall has no room for in letters that the last row reads. */
const TABLE_ROWS_MAX = 10;

/** Whether a vote's options are too many for a table on the wall. */
export const isLong = ({ result: { kind }, options }: Counted): boolean => (kind === 'ranking' || kind === 'estimate') && options.length > TABLE_ROWS_MAX;

/** A vote on many options as the wall shows it: as many as can be read in columns, and how many more there are; earlier rounds stand in the report. */
export function HallLongResult({ counted: { settings, result, options, eligibleCount } }: { counted: Counted }) {
  const t = useText('sessions');
  const [outcome] = sentencesOf(result, options, t);
  const isMapped = settings.kind === 'estimate' && result.kind === 'estimate';
  const numberOf = (optionId: string) => options.findIndex(({ id }) => id === optionId) + 1;
  const figures = figuresOf(result, options, t);
  return (
    <div className="hall-long">
      <p>{t('answers.turnout', { given: result.ballotCount, eligible: eligibleCount })}</p>
      {outcome && <p className={isMapped ? 'soft' : 'answers-outcome'}>{outcome}</p>}
      <div className="hall-long-figures">
        {isMapped && <EstimateMap settings={settings} result={result} options={options} />}
        <div className="hall-long-list">
          <FittedList of={figures} more={(count) => t('projector.moreOptions', { count })}>
            <ol className="hall-figures">
              {figures.map(({ id, label, text }) => (
                <li key={id}>
                  {isMapped && `${numberOf(id)}. `}
                  <strong><InBoth of={label} /></strong> <span className="soft">{text}</span>
                </li>
              ))}
            </ol>
          </FittedList>
        </div>
      </div>
    </div>
  );
}
