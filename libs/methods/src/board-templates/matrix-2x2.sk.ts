import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Matica 2 × 2',
  frames: [
    'Položky',
    'Matica',
    'Zvolené poradie',
  ],
  divided: {
    'matrix': {
      columns: ['malé úsilie', 'veľké úsilie'],
      rows: ['veľký prínos', 'malý prínos'],
      hint: 'Položte lístok tam, kde sa stretá jeho úsilie s prínosom.',
    },
  },
} satisfies BoardTemplateText;
