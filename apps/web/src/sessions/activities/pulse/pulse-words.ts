import type { ResultOf } from '@spolu/contracts/activities/answers';
import { markText, shareText } from '../../questionnaire/scale-result.tsx';
import type { AnswerText, KindWords } from '../answers/answer-text.ts';

export const statementText = ({ scale }: ResultOf<'pulse'>['statements'][number], t: AnswerText): string =>
  scale ? t('answers.pulse.summary', { mean: markText(scale.mean ?? 0), share: shareText(scale.agreeShare ?? 0), answers: scale.count }) : t('answers.pulse.tooFew');

export const pulseWords: KindWords<'pulse'> = {
  sentences: (_, __, t) => [t('answers.pulse.scale')],
  figures: ({ statements }, options, t) =>
    statements.map((statement) => ({
      id: statement.optionId, label: options.find(({ id }) => id === statement.optionId)?.title ?? '', text: statementText(statement, t), count: null, marked: false,
    })),
};
