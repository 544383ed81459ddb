import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Three phases',
  frames: [
    'Critique',
    'Vision',
    'Realisation',
    'Who does what by when',
  ],
  divided: {
    'who-does-what-by-when': {
      columns: ['who', 'what', 'by when'],
      rows: [],
      hint: 'One commitment to a row.',
    },
  },
} satisfies BoardTemplateText;
