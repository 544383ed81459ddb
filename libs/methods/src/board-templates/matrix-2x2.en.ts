import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Two-by-two matrix',
  frames: [
    'Items',
    'Matrix',
    'Chosen order',
  ],
} satisfies BoardTemplateText;
