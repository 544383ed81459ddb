import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna shluků',
  frames: [
    'Nezařazené',
    'Shluky',
    'Jedinečné podněty',
  ],
} satisfies BoardTemplateText;
