import type { MethodText } from '../method-content.ts';

export default {
  name: 'Jak bychom mohli…',
  purpose: 'Proměnit stížnosti a zjištění v otevřené otázky, které zvou k nápadům.',
  materials: 'Karty, zjištění z předchozích kroků',
  output: 'Jedna až tři otázky pro další práci',
  notFor: 'Problémy, kde odpověď určuje zákon; nezvěte k nápadům tam, kde není co ovlivnit.',
  steps: [
    { title: 'Co jsme zjistili', instruction: 'Přečtěte zjištění nahlas nebo z plátna.' },
    { title: 'Otázky, potichu', instruction: 'Potichu pište otázky, které začínají slovy Jak bychom mohli.' },
    { title: 'Seskupit otázky', instruction: 'Seskupte podobné otázky a upravte ty, které jsou příliš úzké nebo příliš neurčité.' },
    { title: 'Vybrat otázky', instruction: 'Body vyberte jednu až tři otázky.' },
  ],
} satisfies MethodText;
