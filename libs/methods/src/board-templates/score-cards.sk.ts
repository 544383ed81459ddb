import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Bodovacie karty',
  frames: [
    'Karty (bez mena)',
    'Body',
    'Prvých desať',
  ],
} satisfies BoardTemplateText;
