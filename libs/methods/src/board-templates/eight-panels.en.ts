import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Eight panels',
  frames: [
    'Eight empty panels per person',
    'Favourites',
  ],
  divided: {
    'eight-empty-panels-per-person': {
      columns: ['', '', '', ''],
      rows: ['', ''],
      hint: 'Eight panels, another idea in each.',
    },
  },
} satisfies BoardTemplateText;
