import type { MethodText } from '../method-content.ts';

export default {
  name: 'Jury Scoring with a Rubric',
  purpose: 'Compare proposals fairly with published criteria and weights.',
  materials: 'Rubric with descriptions of levels, conflict-of-interest statements, score sheet',
  output: 'Ranking, scores per criterion, written feedback',
  notFor: 'Comparing absolute scores of judges who saw different proposals without normalising them.',
  steps: [
    { title: 'Criteria and conflicts of interest', instruction: 'Confirm the criteria, weights and conflicts of interest.' },
    { title: 'Score alone', instruction: 'Score every proposal alone, criterion by criterion.' },
    { title: 'Where scores differ', instruction: 'Show the spread and talk only about the proposals where scores differ most.' },
    { title: 'Adjust your scores', instruction: 'Adjust your own scores if you want.' },
    { title: 'Feedback for every team', instruction: 'Write two sentences of feedback for every team and sign the statement.' },
  ],
} satisfies MethodText;
