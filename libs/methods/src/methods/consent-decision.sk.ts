import type { MethodText } from '../method-content.ts';

export default {
  name: 'Rozhodovanie konsentom',
  purpose: 'Prijať návrh, ktorý je zatiaľ dosť dobrý a dosť bezpečný na vyskúšanie.',
  materials: 'Písomný návrh, facilitátor, zapisovateľ',
  output: 'Rozhodnutie s dátumom vyhodnotenia',
  notFor: 'Veľké zhromaždenia a skupiny bez spoločného cieľa alebo mandátu rozhodnúť.',
  steps: [
    { title: 'Návrh', instruction: 'Predstavte návrh.' },
    { title: 'Doplňujúce otázky', instruction: 'Iba doplňujúce otázky.' },
    { title: 'Rýchle reakcie', instruction: 'Krátke reakcie dokola.' },
    { title: 'Námietky', instruction: 'Kolo námietok: odôvodnené ohrozenie spoločného cieľa, nie osobná preferencia.' },
    { title: 'Vylepšiť návrh', instruction: 'Zapracujte námietky do návrhu: upravte, skráťte skúšku, sledujte obavu.' },
    { title: 'Rozhodnutie a dátum vyhodnotenia', instruction: 'Zapíšte rozhodnutie, zodpovednú osobu a dátum vyhodnotenia.' },
  ],
} satisfies MethodText;
