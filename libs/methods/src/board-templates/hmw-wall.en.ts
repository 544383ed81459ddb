import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'How might we wall',
  frames: [
    'Findings',
    'Questions',
    'Chosen questions',
  ],
} satisfies BoardTemplateText;
