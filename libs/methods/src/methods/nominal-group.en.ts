import type { MethodText } from '../method-content.ts';

export default {
  name: 'Nominal Group Technique',
  purpose: 'Reach an ordered list in which every member has equal weight.',
  materials: 'Groups of five to nine, cards, ranking ballot',
  output: 'Ordered list with the spread of rankings',
  notFor: 'Free exploration or relationship building; the procedure is strict.',
  steps: [
    'Present one exact question.',
    'Write ideas in silence.',
    'Go round: one idea per person per turn until all are listed.',
    "Clarify each idea; merge only with the authors' agreement.",
    'Everyone privately ranks the five most important.',
    'Add up and show the order with the spread.',
  ],
} satisfies MethodText;
