import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Arch kol 6 × 3',
  frames: [
    'Arch pro každého: 6 řádků × 3 sloupce',
    'Nejlepší nápady',
  ],
  divided: {
    'sheet-per-person': {
      columns: ['1. nápad', '2. nápad', '3. nápad'],
      rows: ['1. kolo', '2. kolo', '3. kolo', '4. kolo', '5. kolo', '6. kolo'],
      hint: 'V každém kole tři nápady; navažte na to, co je nad nimi.',
    },
  },
} satisfies BoardTemplateText;
