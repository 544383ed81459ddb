import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Bodovací karty',
  frames: [
    'Karty (beze jména)',
    'Body',
    'Prvních deset',
  ],
} satisfies BoardTemplateText;
