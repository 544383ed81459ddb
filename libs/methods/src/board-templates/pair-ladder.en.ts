import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: '1-2-4-All ladder',
  frames: [
    'Individual notes (private)',
    'Pairs',
    'Fours',
    'Plenary',
  ],
} satisfies BoardTemplateText;
