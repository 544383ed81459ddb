import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena príbehov',
  frames: [
    'Príbehy',
    'Čo pomohlo uspieť',
    'Ako v tom pokračovať',
  ],
} satisfies BoardTemplateText;
