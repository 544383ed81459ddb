import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Arch kol 6 × 3',
  frames: [
    'Arch pro každého: 6 řádků × 3 sloupce',
    'Nejlepší nápady',
  ],
} satisfies BoardTemplateText;
