import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Arch konsentu',
  frames: [
    'Návrh',
    'Otázky',
    'Reakce',
    'Námitky',
    'Rozhodnutí a datum vyhodnocení',
  ],
} satisfies BoardTemplateText;
