import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Párový hlasovací lístek',
  frames: [
    'Možnosti',
    'Dvojice',
    'Výsledné pořadí',
  ],
} satisfies BoardTemplateText;
