import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena otázok „Ako by sme mohli“',
  frames: [
    'Zistenia',
    'Otázky',
    'Vybrané otázky',
  ],
} satisfies BoardTemplateText;
