import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Influence and impact grid',
  frames: [
    'Actor list',
    'Grid: influence by impact',
    'Missing voices',
    'Who to invite',
  ],
} satisfies BoardTemplateText;
