import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trasa so zastávkami',
  frames: [
    'Mapa trasy',
    'Karty zastávok',
    'Fotografie',
    'Vyhodnotenie',
  ],
} satisfies BoardTemplateText;
