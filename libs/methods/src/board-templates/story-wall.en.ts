import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Story wall',
  frames: [
    'Stories',
    'Success factors',
    'How to do more of it',
  ],
} satisfies BoardTemplateText;
