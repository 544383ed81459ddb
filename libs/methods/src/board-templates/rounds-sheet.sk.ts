import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hárok kôl 6 × 3',
  frames: [
    'Hárok pre každého: 6 riadkov × 3 stĺpce',
    'Najlepšie nápady',
  ],
  divided: {
    'sheet-per-person': {
      columns: ['1. nápad', '2. nápad', '3. nápad'],
      rows: ['1. kolo', '2. kolo', '3. kolo', '4. kolo', '5. kolo', '6. kolo'],
      hint: 'V každom kole tri nápady; nadviažte na to, čo je nad nimi.',
    },
  },
} satisfies BoardTemplateText;
