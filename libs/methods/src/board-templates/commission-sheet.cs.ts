import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Arch projednání v komisi',
  frames: [
    'Výstupy akce',
    'Doplňující otázky',
    'Tiché připomínky',
    'Stanoviska',
    'Doporučení s odůvodněním',
    'Odpověď přispěvatelům',
  ],
} satisfies BoardTemplateText;
