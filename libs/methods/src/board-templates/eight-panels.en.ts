import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Eight panels',
  frames: [
    'Eight empty panels per person',
    'Favourites',
  ],
} satisfies BoardTemplateText;
