import type { MethodText } from '../method-content.ts';

export default {
  name: 'Pěst až pět',
  purpose: 'Za minutu ověřit míru podpory návrhu a vyslechnout výhrady.',
  materials: 'Ruce nebo telefony',
  output: 'Míra podpory a seznam výhrad',
  notFor: 'Rozhodnutí, která vyžadují hlasování podle zákona; skupiny, kde je riskantní veřejně ukázat nízké číslo, pokud se nehlasuje skrytě.',
  steps: [
    { title: 'Návrh', instruction: 'Přečtěte návrh v konečném znění.' },
    { title: 'Ukažte 0 až 5', instruction: 'Všichni naráz ukážou 0 až 5: 0 blokuje, 3 dokáže s návrhem žít, 5 ho pomůže vést.' },
    { title: 'Co by se muselo změnit', instruction: 'Ti, kdo ukázali 0 až 2, řeknou, co by se muselo změnit.' },
    { title: 'Upravit nebo zapsat', instruction: 'Upravte a zopakujte, nebo zapište výsledek.' },
  ],
} satisfies MethodText;
