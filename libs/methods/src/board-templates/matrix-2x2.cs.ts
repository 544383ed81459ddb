import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Matice 2 × 2',
  frames: [
    'Položky',
    'Matice',
    'Zvolené pořadí',
  ],
} satisfies BoardTemplateText;
