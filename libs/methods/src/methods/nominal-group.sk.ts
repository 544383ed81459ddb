import type { MethodText } from '../method-content.ts';

export default {
  name: 'Metóda nominálnej skupiny',
  purpose: 'Dospieť k zoradenému zoznamu, v ktorom má každý člen rovnakú váhu.',
  materials: 'Skupiny po päť až deväť, karty, lístok s poradím',
  output: 'Zoradený zoznam s rozptylom poradí',
  notFor: 'Voľné skúmanie alebo budovanie vzťahov; postup je prísny.',
  steps: [
    'Predložte jednu presnú otázku.',
    'Píšte nápady v tichosti.',
    'Postupujte dokola: každý povie vždy jeden nápad, kým nie sú zapísané všetky.',
    'Vysvetlite každý nápad; zlučujte len so súhlasom autorov.',
    'Každý sám zoradí päť najdôležitejších.',
    'Spočítajte a ukážte poradie aj s rozptylom.',
  ],
} satisfies MethodText;
