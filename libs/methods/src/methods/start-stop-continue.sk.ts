import type { MethodText } from '../method-content.ts';

export default {
  name: 'Začať – prestať – pokračovať',
  purpose: 'Rýchlo vyhodnotiť proces a dohodnúť sa na zlepšeniach.',
  materials: 'Tri stĺpce, skryté písanie',
  output: 'Dve alebo tri zlepšenia so zodpovednými',
  notFor: 'Hodnotenie ľudí namiesto procesu.',
  steps: [
    { title: 'Čo hodnotíme', instruction: 'Pripomeňte, aký proces hodnotíte a čo priniesol.' },
    { title: 'Začať, prestať, pokračovať', instruction: 'Píšte skryto karty do troch stĺpcov.' },
    { title: 'Odkryť a zoskupiť', instruction: 'Odkryte a zoskupte.' },
    { title: 'Vybrať', instruction: 'Hlasujte tromi bodmi.' },
    { title: 'Úlohy s menami', instruction: 'Dohodnite dve alebo tri úlohy s menami a termínmi.' },
  ],
} satisfies MethodText;
