import type { MethodText } from '../method-content.ts';

export default {
  name: 'Hodnotenie porotou podľa kritérií',
  purpose: 'Spravodlivo porovnať návrhy podľa zverejnených kritérií a váh.',
  materials: 'Kritériá s opisom stupňov, vyhlásenia o konflikte záujmov, hodnotiaci hárok',
  output: 'Poradie, body podľa kritérií, písomná spätná väzba',
  notFor: 'Porovnávanie absolútnych bodov porotcov, ktorí videli rôzne návrhy, bez ich zosúladenia.',
  steps: [
    { title: 'Kritériá a konflikty záujmov', instruction: 'Potvrďte kritériá, váhy a konflikty záujmov.' },
    { title: 'Hodnotiť samostatne', instruction: 'Každý sám boduje návrhy po jednotlivých kritériách.' },
    { title: 'Kde sa body rozchádzajú', instruction: 'Ukážte rozptyl a hovorte len o návrhoch, kde sa body najviac líšia.' },
    { title: 'Upraviť vlastné body', instruction: 'Ak chcete, upravte vlastné body.' },
    { title: 'Spätná väzba pre každý tím', instruction: 'Napíšte každému tímu dve vety spätnej väzby a podpíšte vyjadrenie.' },
  ],
} satisfies MethodText;
