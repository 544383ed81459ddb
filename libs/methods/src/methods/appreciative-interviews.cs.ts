import type { MethodText } from '../method-content.ts';

export default {
  name: 'Oceňující rozhovory',
  purpose: 'Zjistit, co už funguje, vyprávěním příběhů o úspěchu ve dvojicích.',
  materials: 'Židle ve dvojicích, karty na příběhy',
  output: 'Seznam toho, co pomáhá, i s příběhy',
  notFor: 'Chvíle čerstvého hněvu nebo smutku, kdy výzva k příběhům úspěchu působí jako zlehčování.',
  steps: [
    { title: 'Příběh o úspěchu', instruction: 'Uveďte téma a požádejte o příběh úspěchu z vlastní zkušenosti.' },
    { title: 'Rozhovory ve dvojicích', instruction: 'Ve dvojicích se navzájem vyslechněte; ptejte se, co úspěch umožnilo.' },
    { title: 'Převyprávět ve čtveřicích', instruction: 'Ve čtveřicích převyprávějte příběh partnera a hledejte vzorce.' },
    { title: 'Co pomohlo uspět', instruction: 'Sesbírejte na stěnu, co pomohlo uspět.' },
    { title: 'Jak v tom pokračovat', instruction: 'Promyslete, jak v tom pokračovat: nejdřív sami, potom ve dvojicích a společně.' },
  ],
} satisfies MethodText;
