import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Pairwise ballot',
  frames: [
    'Options',
    'Pairs',
    'Resulting order',
  ],
} satisfies BoardTemplateText;
