import type { MethodText } from '../method-content.ts';

export default {
  name: 'Co – No a co – Co teď',
  purpose: 'Poučit se ze společné zkušenosti tak, že oddělíme fakta, význam a jednání.',
  materials: 'Tři rámy, malé skupiny po pěti až sedmi',
  output: 'Fakta, poučení a úkoly',
  notFor: 'Chvíle hned po konfliktu bez nestranného facilitátora.',
  steps: [
    { title: 'Tři kroky', instruction: 'Vysvětlete tři kroky a jejich pořadí.' },
    { title: 'Co se stalo', instruction: 'Co: co se stalo, co jsme viděli nebo slyšeli? Jen fakta.' },
    { title: 'No a co', instruction: 'No a co: proč je to důležité, jaké vzorce vidíme?' },
    { title: 'Co teď', instruction: 'Co teď: které kroky dávají smysl?' },
    { title: 'Úkoly se jmény', instruction: 'Podělte se o výsledky a zapište úkoly se jmény.' },
  ],
} satisfies MethodText;
