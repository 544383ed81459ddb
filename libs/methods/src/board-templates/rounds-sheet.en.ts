import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Rounds sheet 6 by 3',
  frames: [
    'Sheet per person: 6 rows by 3 columns',
    'Best ideas',
  ],
} satisfies BoardTemplateText;
