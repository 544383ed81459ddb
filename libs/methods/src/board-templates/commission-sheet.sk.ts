import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hárok prerokovania v komisii',
  frames: [
    'Výstupy podujatia',
    'Doplňujúce otázky',
    'Tiché pripomienky',
    'Stanoviská',
    'Odporúčanie s odôvodnením',
    'Odpoveď prispievateľom',
  ],
} satisfies BoardTemplateText;
