import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena kariet',
  frames: [
    'Karty',
    'Odložené námety',
  ],
} satisfies BoardTemplateText;
