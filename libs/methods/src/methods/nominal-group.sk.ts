import type { MethodText } from '../method-content.ts';

export default {
  name: 'Metóda nominálnej skupiny',
  purpose: 'Dospieť k zoradenému zoznamu, v ktorom má každý člen rovnakú váhu.',
  materials: 'Skupiny po päť až deväť, karty, lístok s poradím',
  output: 'Zoradený zoznam s rozptylom poradí',
  notFor: 'Voľné skúmanie alebo budovanie vzťahov; postup je prísny.',
  steps: [
    { title: 'Jedna presná otázka', instruction: 'Predložte jednu presnú otázku.' },
    { title: 'Nápady potichu', instruction: 'Píšte nápady v tichosti.' },
    { title: 'Kolo nápadov', instruction: 'Postupujte dokola: každý povie vždy jeden nápad, kým nie sú zapísané všetky.' },
    { title: 'Vysvetliť a zlúčiť', instruction: 'Vysvetlite každý nápad; zlučujte len so súhlasom autorov.' },
    { title: 'Päť najdôležitejších', instruction: 'Každý sám zoradí päť najdôležitejších.' },
    { title: 'Poradie a rozptyl', instruction: 'Spočítajte a ukážte poradie aj s rozptylom.' },
  ],
} satisfies MethodText;
