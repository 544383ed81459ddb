import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Bodový hlasovací lístok',
  frames: [
    'Možnosti',
    'Výsledok',
    'Zdôvodnenie',
  ],
} satisfies BoardTemplateText;
