import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ako by sme mohli…',
  purpose: 'Premeniť sťažnosti a zistenia na otvorené otázky, ktoré pozývajú k nápadom.',
  materials: 'Karty, zistenia z predchádzajúcich krokov',
  output: 'Jedna až tri otázky pre ďalšiu prácu',
  notFor: 'Problémy, kde odpoveď určuje zákon; nepozývajte k nápadom tam, kde nie je čo ovplyvniť.',
  steps: [
    { title: 'Čo sme zistili', instruction: 'Prečítajte zistenia nahlas alebo z plátna.' },
    { title: 'Otázky, potichu', instruction: 'Potichu píšte otázky, ktoré sa začínajú slovami Ako by sme mohli.' },
    { title: 'Zoskupiť otázky', instruction: 'Zoskupte podobné otázky a upravte tie, ktoré sú príliš úzke alebo príliš neurčité.' },
    { title: 'Vybrať otázky', instruction: 'Bodmi vyberte jednu až tri otázky.' },
  ],
} satisfies MethodText;
