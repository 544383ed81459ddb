import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mřížka vlivu a dopadu',
  frames: [
    'Seznam aktérů',
    'Mřížka: vliv a dopad',
    'Chybějící hlasy',
    'Koho pozvat',
  ],
  divided: {
    'grid': {
      columns: ['malý dopad na ně', 'velký dopad na ně'],
      rows: ['velký vliv', 'malý vliv'],
      hint: 'Kdo o věci rozhoduje a koho se dotkne? Každý aktér má jedno místo.',
    },
  },
} satisfies BoardTemplateText;
