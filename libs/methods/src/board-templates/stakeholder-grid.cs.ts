import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mřížka vlivu a dopadu',
  frames: [
    'Seznam aktérů',
    'Mřížka: vliv a dopad',
    'Chybějící hlasy',
    'Koho pozvat',
  ],
} satisfies BoardTemplateText;
