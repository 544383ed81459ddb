import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Matice 2 × 2',
  frames: [
    'Položky',
    'Matice',
    'Zvolené pořadí',
  ],
  divided: {
    'matrix': {
      columns: ['malé úsilí', 'velké úsilí'],
      rows: ['velký přínos', 'malý přínos'],
      hint: 'Položte lístek tam, kde se potkává jeho úsilí s přínosem.',
    },
  },
} satisfies BoardTemplateText;
