import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Osm políček',
  frames: [
    'Osm prázdných políček pro každého',
    'Favorité',
  ],
} satisfies BoardTemplateText;
