import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dot Voting',
  purpose: "See quickly where a group's energy lies among a limited set of options.",
  materials: 'At most about a dozen distinct options, votes equal to roughly a quarter of the options, a blind ballot',
  output: 'Short list with counts and the rules used',
  notFor: 'Final decisions, many similar options that split votes, or visible stickers that make people follow the crowd.',
  steps: [
    { title: 'Question and criterion', instruction: 'Remind everybody of the question, the criterion and the number of votes.' },
    { title: 'Read the options', instruction: 'Read all options and plan your votes in silence.' },
    { title: 'Vote', instruction: 'Vote at the same time; the result stays hidden until the end.' },
    { title: 'Result', instruction: 'Show the result and talk about surprises before drawing conclusions.' },
  ],
} satisfies MethodText;
