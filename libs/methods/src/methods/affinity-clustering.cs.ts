import type { MethodText } from '../method-content.ts';

export default {
  name: 'Shlukování námětů',
  purpose: 'Proměnit hromadu karet v pojmenovaná témata, na kterých se skupina shodne.',
  materials: 'Stěna karet, karty na názvy',
  output: 'Pojmenované shluky propojené s kartami',
  notFor: 'Méně než asi patnáct karet; případy, kdy je pořadí kroků důležitější než podobnost.',
  steps: [
    { title: 'Přečíst karty', instruction: 'Přečtěte karty; úplné duplicity položte na sebe.' },
    { title: 'Seskupit potichu', instruction: 'Potichu přesouvejte podobné karty k sobě.' },
    { title: 'Pojmenovat shluky', instruction: 'Pojmenujte každý shluk raději krátkou větou než jedním slovem.' },
    { title: 'Nechat jedinečné', instruction: 'Jedinečné podněty nechte viditelné; nenuťte je do shluků.' },
    { title: 'Ověřit s autory', instruction: 'Ověřte s autory, zda jejich karta leží správně.' },
  ],
} satisfies MethodText;
