import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trh témat',
  frames: [
    'Témata',
    'Mřížka čas a místo',
    'Zápisy ze skupin',
    'Další kroky',
  ],
  divided: {
    'time-by-place-grid': {
      columns: ['místo 1', 'místo 2', 'místo 3'],
      rows: ['1. kolo', '2. kolo', '3. kolo'],
      hint: 'Jedno téma do jednoho políčka: kdy a kde se o něm mluví.',
    },
  },
} satisfies BoardTemplateText;
