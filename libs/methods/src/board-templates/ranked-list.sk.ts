import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Zoradený zoznam',
  frames: [
    'Tiché nápady',
    'Spoločný zoznam',
    'Vysvetlenia',
    'Výsledné poradie',
  ],
} satisfies BoardTemplateText;
