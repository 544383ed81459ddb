import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Influence and impact grid',
  frames: [
    'Actor list',
    'Grid: influence by impact',
    'Missing voices',
    'Who to invite',
  ],
  divided: {
    'grid': {
      columns: ['little impact on them', 'great impact on them'],
      rows: ['great influence', 'little influence'],
      hint: 'Who decides about it, and whom does it touch? Each actor has one place.',
    },
  },
} satisfies BoardTemplateText;
