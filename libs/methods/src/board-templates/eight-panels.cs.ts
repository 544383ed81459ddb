import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Osm políček',
  frames: [
    'Osm prázdných políček pro každého',
    'Favorité',
  ],
  divided: {
    'eight-empty-panels-per-person': {
      columns: ['', '', '', ''],
      rows: ['', ''],
      hint: 'Osm políček, v každém jiný nápad.',
    },
  },
} satisfies BoardTemplateText;
