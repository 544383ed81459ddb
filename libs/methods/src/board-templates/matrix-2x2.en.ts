import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Two-by-two matrix',
  frames: [
    'Items',
    'Matrix',
    'Chosen order',
  ],
  divided: {
    'matrix': {
      columns: ['little effort', 'much effort'],
      rows: ['much benefit', 'little benefit'],
      hint: 'Put each note where its effort meets its benefit.',
    },
  },
} satisfies BoardTemplateText;
