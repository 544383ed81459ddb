import type { MethodText } from '../method-content.ts';

export default {
  name: '1-2-4-všetci',
  purpose: 'Zapojiť do tvorby nápadov všetkých bez ohľadu na veľkosť skupiny.',
  materials: 'Jedna otázka na plátne, karty alebo telefóny, zvonček',
  output: 'Jeden silný nápad z každej štvorice',
  notFor: 'Otázky, ktoré najprv potrebujú odborné údaje; sály s pevnými radmi, ak dvojice nevytvoria susedia.',
  steps: [
    { title: 'Otázka', instruction: 'Prečítajte otázku nahlas a vysvetlite štyri kroky.' },
    { title: 'Každý sám', instruction: 'Premýšľajte sami v tichosti.' },
    { title: 'Vo dvojiciach', instruction: 'Dvojice: rozviňte navzájom svoje nápady.' },
    { title: 'Vo štvoriciach', instruction: 'Štvorice: všimnite si zhody a rozdiely.' },
    { title: 'Všetci spolu', instruction: 'Plénum: každá skupina povie jeden nápad, ktorý vynikol, a pošle ho na stenu.' },
  ],
} satisfies MethodText;
