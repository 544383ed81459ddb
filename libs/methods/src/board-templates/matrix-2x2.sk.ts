import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Matica 2 × 2',
  frames: [
    'Položky',
    'Matica',
    'Zvolené poradie',
  ],
} satisfies BoardTemplateText;
