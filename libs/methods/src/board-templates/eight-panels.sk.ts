import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Osem políčok',
  frames: [
    'Osem prázdnych políčok pre každého',
    'Favoriti',
  ],
  divided: {
    'eight-empty-panels-per-person': {
      columns: ['', '', '', ''],
      rows: ['', ''],
      hint: 'Osem políčok, v každom iný nápad.',
    },
  },
} satisfies BoardTemplateText;
