import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Žebřík 1-2-4-všichni',
  frames: [
    'Vlastní poznámky (skryté)',
    'Dvojice',
    'Čtveřice',
    'Plénum',
  ],
} satisfies BoardTemplateText;
