import type { MethodText } from '../method-content.ts';

export default {
  name: 'Hodnotenie porotou podľa kritérií',
  purpose: 'Spravodlivo porovnať návrhy podľa zverejnených kritérií a váh.',
  materials: 'Kritériá s opisom stupňov, vyhlásenia o konflikte záujmov, hodnotiaci hárok',
  output: 'Poradie, body podľa kritérií, písomná spätná väzba',
  notFor: 'Porovnávanie absolútnych bodov porotcov, ktorí videli rôzne návrhy, bez ich zosúladenia.',
  steps: [
    'Potvrďte kritériá, váhy a konflikty záujmov.',
    'Každý sám boduje návrhy po jednotlivých kritériách.',
    'Ukážte rozptyl a hovorte len o návrhoch, kde sa body najviac líšia.',
    'Ak chcete, upravte vlastné body.',
    'Napíšte každému tímu dve vety spätnej väzby a podpíšte vyjadrenie.',
  ],
} satisfies MethodText;
