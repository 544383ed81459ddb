import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Osem políčok',
  frames: [
    'Osem prázdnych políčok pre každého',
    'Favoriti',
  ],
} satisfies BoardTemplateText;
