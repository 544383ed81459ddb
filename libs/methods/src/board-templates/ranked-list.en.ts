import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Ranked list',
  frames: [
    'Silent ideas',
    'Common list',
    'Clarifications',
    'Ranking result',
  ],
} satisfies BoardTemplateText;
