import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Bodový hlasovací lístek',
  frames: [
    'Možnosti',
    'Výsledek',
    'Zdůvodnění',
  ],
} satisfies BoardTemplateText;
