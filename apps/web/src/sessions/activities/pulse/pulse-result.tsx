import type { AnswerOption, ResultOf } from '@spolu/contracts/activities/answers';
import { ScaleResultView } from '../../questionnaire/scale-result.tsx';
import type { AnswerText } from '../answers/answer-text.ts';
import { statementText } from './pulse-words.ts';

export function PulseResult({ result: { statements }, options, t }: { result: ResultOf<'pulse'>; options: readonly AnswerOption[]; t: AnswerText }) {
  return (
    <div className="pulse-result stack">
      {statements.map((statement) => (
        <ScaleResultView
          key={statement.optionId}
          label={options.find(({ id }) => id === statement.optionId)?.title ?? ''}
          summary={statementText(statement, t)}
          stepText={(value, count) => t('answers.pulse.step', { value, people: t('answers.people', { count }) })}
          result={statement.scale}
        />
      ))}
    </div>
  );
}
