import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna karet',
  frames: [
    'Karty',
    'Odložené podněty',
  ],
} satisfies BoardTemplateText;
