import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Scoring cards',
  frames: [
    'Cards (unsigned)',
    'Scores',
    'Top ten',
  ],
} satisfies BoardTemplateText;
