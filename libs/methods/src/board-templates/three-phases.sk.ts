import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tri fázy',
  frames: [
    'Kritika',
    'Vízia',
    'Uskutočnenie',
    'Kto, čo, dokedy',
  ],
} satisfies BoardTemplateText;
