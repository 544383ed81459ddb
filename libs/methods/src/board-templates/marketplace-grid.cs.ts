import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trh témat',
  frames: [
    'Témata',
    'Mřížka čas a místo',
    'Zápisy ze skupin',
    'Další kroky',
  ],
} satisfies BoardTemplateText;
