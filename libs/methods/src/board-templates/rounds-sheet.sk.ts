import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hárok kôl 6 × 3',
  frames: [
    'Hárok pre každého: 6 riadkov × 3 stĺpce',
    'Najlepšie nápady',
  ],
} satisfies BoardTemplateText;
