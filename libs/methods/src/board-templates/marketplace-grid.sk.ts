import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trh tém',
  frames: [
    'Témy',
    'Mriežka čas a miesto',
    'Zápisy zo skupín',
    'Ďalšie kroky',
  ],
  divided: {
    'time-by-place-grid': {
      columns: ['miesto 1', 'miesto 2', 'miesto 3'],
      rows: ['1. kolo', '2. kolo', '3. kolo'],
      hint: 'Jedna téma do jedného políčka: kedy a kde sa o nej hovorí.',
    },
  },
} satisfies BoardTemplateText;
