import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna obráceného brainstormingu',
  frames: [
    'Jak zaručeně selhat',
    'Co z toho dnes děláme',
    'S čím přestaneme',
  ],
} satisfies BoardTemplateText;
