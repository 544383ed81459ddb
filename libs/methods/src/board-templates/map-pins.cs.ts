import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mapa se špendlíky',
  frames: [
    'Mapa',
    'Legenda špendlíků',
    'Komentáře',
    'Shluky',
  ],
} satisfies BoardTemplateText;
