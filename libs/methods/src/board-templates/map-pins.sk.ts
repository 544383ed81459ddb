import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mapa so špendlíkmi',
  frames: [
    'Mapa',
    'Legenda špendlíkov',
    'Komentáre',
    'Zhluky',
  ],
} satisfies BoardTemplateText;
