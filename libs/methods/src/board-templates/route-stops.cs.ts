import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trasa se zastávkami',
  frames: [
    'Mapa trasy',
    'Karty zastávek',
    'Fotografie',
    'Vyhodnocení',
  ],
} satisfies BoardTemplateText;
