import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Commission review sheet',
  frames: [
    'Outputs of the session',
    'Clarifying questions',
    'Silent comments',
    'Positions',
    'Recommendation with reasons',
    'Answer to contributors',
  ],
} satisfies BoardTemplateText;
