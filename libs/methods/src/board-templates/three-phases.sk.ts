import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tri fázy',
  frames: [
    'Kritika',
    'Vízia',
    'Uskutočnenie',
    'Kto, čo, dokedy',
  ],
  divided: {
    'who-does-what-by-when': {
      columns: ['kto', 'čo', 'dokedy'],
      rows: [],
      hint: 'Jeden záväzok na jeden riadok.',
    },
  },
} satisfies BoardTemplateText;
