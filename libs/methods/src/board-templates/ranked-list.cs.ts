import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Seřazený seznam',
  frames: [
    'Tiché nápady',
    'Společný seznam',
    'Vysvětlení',
    'Výsledné pořadí',
  ],
} satisfies BoardTemplateText;
