import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna otázek „Jak bychom mohli“',
  frames: [
    'Zjištění',
    'Otázky',
    'Vybrané otázky',
  ],
} satisfies BoardTemplateText;
