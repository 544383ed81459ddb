import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Café tables',
  frames: [
    'One frame per table',
    'Table host notes',
    'Harvest',
  ],
} satisfies BoardTemplateText;
