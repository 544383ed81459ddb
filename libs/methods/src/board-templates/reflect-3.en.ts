import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Three-step reflection',
  frames: [
    'What happened',
    'So what',
    'Now what',
  ],
} satisfies BoardTemplateText;
