import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Párový hlasovací lístok',
  frames: [
    'Možnosti',
    'Dvojice',
    'Výsledné poradie',
  ],
} satisfies BoardTemplateText;
