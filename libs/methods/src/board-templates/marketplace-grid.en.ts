import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Marketplace of topics',
  frames: [
    'Topics',
    'Time by place grid',
    'Session reports',
    'Next steps',
  ],
} satisfies BoardTemplateText;
