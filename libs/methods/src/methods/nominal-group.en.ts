import type { MethodText } from '../method-content.ts';

export default {
  name: 'Nominal Group Technique',
  purpose: 'Reach an ordered list in which every member has equal weight.',
  materials: 'Groups of five to nine, cards, ranking ballot',
  output: 'Ordered list with the spread of rankings',
  notFor: 'Free exploration or relationship building; the procedure is strict.',
  steps: [
    { title: 'One exact question', instruction: 'Present one exact question.' },
    { title: 'Ideas in silence', instruction: 'Write ideas in silence.' },
    { title: 'Round of ideas', instruction: 'Go round: one idea per person per turn until all are listed.' },
    { title: 'Clarify and merge', instruction: "Clarify each idea; merge only with the authors' agreement." },
    { title: 'Five most important', instruction: 'Everyone privately ranks the five most important.' },
    { title: 'Order and spread', instruction: 'Add up and show the order with the spread.' },
  ],
} satisfies MethodText;
