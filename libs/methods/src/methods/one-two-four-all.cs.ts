import type { MethodText } from '../method-content.ts';

export default {
  name: '1-2-4-všichni',
  purpose: 'Zapojit do tvorby nápadů všechny bez ohledu na velikost skupiny.',
  materials: 'Jedna otázka na plátně, karty nebo telefony, zvonek',
  output: 'Jeden silný nápad z každé čtveřice',
  notFor: 'Otázky, které nejdřív potřebují odborné údaje; sály s pevnými řadami, pokud dvojice nevytvoří sousedé.',
  steps: [
    { title: 'Otázka', instruction: 'Přečtěte otázku nahlas a vysvětlete čtyři kroky.' },
    { title: 'Každý sám', instruction: 'Přemýšlejte sami v tichosti.' },
    { title: 'Ve dvojicích', instruction: 'Dvojice: rozviňte navzájem své nápady.' },
    { title: 'Ve čtveřicích', instruction: 'Čtveřice: všimněte si shod a rozdílů.' },
    { title: 'Všichni spolu', instruction: 'Plénum: každá skupina řekne jeden nápad, který vynikl, a pošle ho na stěnu.' },
  ],
} satisfies MethodText;
