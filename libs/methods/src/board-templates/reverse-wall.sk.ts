import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena obráteného brainstormingu',
  frames: [
    'Ako zaručene zlyhať',
    'Čo z toho dnes robíme',
    'S čím prestaneme',
  ],
} satisfies BoardTemplateText;
