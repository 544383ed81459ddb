import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Card wall',
  frames: [
    'Cards',
    'Parking lot',
  ],
} satisfies BoardTemplateText;
