import type { SurveyGroups } from '@spolu/contracts/feedback';
import { type Demographic, OPT_OUT, type Question } from '@spolu/contracts/question-texts';
import { type Answers, tallyScale } from './questionnaire.ts';
import { tellableSectors } from './sectors.ts';

/** Said in so many words, it is the same as not said. */
const NOT_SAID = 'na';

/**
 * How those answered who said the same of themselves. Everybody sees what all answered, so for each question too a group is told only where those who are
 * not told are nobody or five at least. Groups of one demographic are never crossed with another's.
 */
export function tellGroups(demographics: readonly Demographic[], questions: readonly Question[], given: readonly Answers[]): SurveyGroups[] {
  return demographics.flatMap((demographic): SurveyGroups[] => {
    const groupOf = (answers: Answers) => {
      const value = answers[demographic.id];
      return typeof value === 'string' && value !== NOT_SAID ? value : null;
    };
    // Of two groups of one size the same stays untold, in whatever order the answers lie.
    const inOrder = demographic.options.flatMap(({ value }) => given.filter((answers) => groupOf(answers) === value)).concat(given.filter((answers) => groupOf(answers) === null));
    const people = new Map(tellableSectors(inOrder.map((answers) => ({ sector: groupOf(answers), ballot: null }))).map(({ sector, ballots }) => [sector, ballots.length]));
    const scales = questions.flatMap(({ id, type }) => {
      if (type === 'text') return [];
      const saying = inOrder.flatMap((answers) => {
        const value = answers[id];
        return value === undefined || value === OPT_OUT ? [] : [{ sector: groupOf(answers), ballot: value }];
      });
      return [{ id, type, told: new Map(tellableSectors(saying).map(({ sector, ballots }) => [sector, ballots])) }];
    });
    const groups = [...demographic.options.map(({ value }) => value), null].flatMap((value) => {
      const count = people.get(value);
      return count === undefined ? [] : [{ value, people: count, results: scales.map(({ id, type, told }) => ({ questionId: id, scale: tallyScale(type, told.get(value) ?? []) })) }];
    });
    // One group that is everybody says nothing beside the whole.
    return groups.some(({ value, people: count }) => value !== null && count < given.length) ? [{ demographic, groups }] : [];
  });
}
