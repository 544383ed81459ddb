import type { MethodText } from '../method-content.ts';

export default {
  name: 'Rozhodovanie konsentom',
  purpose: 'Prijať návrh, ktorý je zatiaľ dosť dobrý a dosť bezpečný na vyskúšanie.',
  materials: 'Písomný návrh, facilitátor, zapisovateľ',
  output: 'Rozhodnutie s dátumom vyhodnotenia',
  notFor: 'Veľké zhromaždenia a skupiny bez spoločného cieľa alebo mandátu rozhodnúť.',
  steps: [
    'Predstavte návrh.',
    'Iba doplňujúce otázky.',
    'Krátke reakcie dokola.',
    'Kolo námietok: odôvodnené ohrozenie spoločného cieľa, nie osobná preferencia.',
    'Zapracujte námietky do návrhu: upravte, skráťte skúšku, sledujte obavu.',
    'Zapíšte rozhodnutie, zodpovednú osobu a dátum vyhodnotenia.',
  ],
} satisfies MethodText;
