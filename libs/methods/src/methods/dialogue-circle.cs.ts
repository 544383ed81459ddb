import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dialogový kruh',
  purpose: 'Umožnit lidem s opačnými názory vyslechnout se navzájem bez hádky.',
  materials: 'Židle v kruhu, předmět, který dává slovo, dva facilitátoři',
  output: 'Zápis beze jmen o společném základu a rozdílech',
  notFor: 'Situace, kdy je třeba rozhodnout dnes nebo kdy je někdo ohrožen; tehdy použijte mediaci.',
  steps: [
    { title: 'Pravidla, na kterých se shodneme', instruction: 'Dohodněte pravidla: mluvíme z vlastní zkušenosti, neskáčeme si do řeči, výroky nespojujeme se jmény.' },
    { title: 'Jak se mě to týká', instruction: 'První kolo: jak se vás téma osobně dotýká?' },
    { title: 'Čeho si vážím a co se bojím ztratit', instruction: 'Druhé kolo: na čem vám záleží a co se obáváte ztratit?' },
    { title: 'Co nového jsem slyšel/a', instruction: 'Volný rozhovor: co nového jste slyšeli?' },
    { title: 'Společný základ a rozdíly', instruction: 'Zapište společný základ a rozdíly, které zůstávají.' },
  ],
} satisfies MethodText;
