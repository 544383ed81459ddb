import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'SWOT quadrants',
  frames: [
    'Strengths',
    'Weaknesses',
    'Opportunities',
    'Threats',
    'Pairings',
  ],
} satisfies BoardTemplateText;
