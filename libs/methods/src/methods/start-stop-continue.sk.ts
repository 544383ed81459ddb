import type { MethodText } from '../method-content.ts';

export default {
  name: 'Začať – prestať – pokračovať',
  purpose: 'Rýchlo vyhodnotiť proces a dohodnúť sa na zlepšeniach.',
  materials: 'Tri stĺpce, skryté písanie',
  output: 'Dve alebo tri zlepšenia so zodpovednými',
  notFor: 'Hodnotenie ľudí namiesto procesu.',
  steps: [
    'Pripomeňte, aký proces hodnotíte a čo priniesol.',
    'Píšte skryto karty do troch stĺpcov.',
    'Odkryte a zoskupte.',
    'Hlasujte tromi bodmi.',
    'Dohodnite dve alebo tri úlohy s menami a termínmi.',
  ],
} satisfies MethodText;
