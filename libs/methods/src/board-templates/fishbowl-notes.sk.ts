import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Vnútorný a vonkajší kruh',
  frames: [
    'Poradie rečníkov',
    'Kľúčové výroky',
    'Otázky z vonkajšieho kruhu',
    'Zhody a rozdiely',
  ],
} satisfies BoardTemplateText;
