import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Zápis z dialógu',
  frames: [
    'Dohodnuté pravidlá',
    'Na čom ľuďom záleží',
    'Spoločný základ',
    'Otvorené rozdiely',
  ],
} satisfies BoardTemplateText;
