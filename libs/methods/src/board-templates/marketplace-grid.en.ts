import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Marketplace of topics',
  frames: [
    'Topics',
    'Time by place grid',
    'Session reports',
    'Next steps',
  ],
  divided: {
    'time-by-place-grid': {
      columns: ['place 1', 'place 2', 'place 3'],
      rows: ['round 1', 'round 2', 'round 3'],
      hint: 'One topic to a cell: when and where it is talked about.',
    },
  },
} satisfies BoardTemplateText;
