import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Rounds sheet 6 by 3',
  frames: [
    'Sheet per person: 6 rows by 3 columns',
    'Best ideas',
  ],
  divided: {
    'sheet-per-person': {
      columns: ['idea 1', 'idea 2', 'idea 3'],
      rows: ['round 1', 'round 2', 'round 3', 'round 4', 'round 5', 'round 6'],
      hint: 'Three ideas in each round; build on those above.',
    },
  },
} satisfies BoardTemplateText;
