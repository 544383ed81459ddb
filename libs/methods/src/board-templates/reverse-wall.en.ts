import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Reverse brainstorming wall',
  frames: [
    'How to guarantee failure',
    'What we do today that resembles it',
    'What we will stop',
  ],
} satisfies BoardTemplateText;
