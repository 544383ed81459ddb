import type { MethodText } from '../method-content.ts';

export default {
  name: 'Projednání výstupů v komisi',
  purpose: 'Dát členům komise zastupitelstva prostor pochopit výstupy akce dříve, než zaujmou stanovisko.',
  materials: 'Zpráva z akce zaslaná předem, facilitátor, který není předsedou, arch na tiché připomínky',
  output: 'Doporučení s odůvodněním a odpověď přispěvatelům',
  notFor: 'Náhrada formálního hlasování komise; postup ho jen připravuje.',
  steps: [
    { title: 'Co přinesla dílna', instruction: 'Dva lidé z akce představí výstupy a jak vznikly.' },
    { title: 'Doplňující otázky', instruction: 'Jen doplňující otázky.' },
    { title: 'Tiché připomínky', instruction: 'Tiché písemné připomínky ke každému návrhu.' },
    { title: 'Kolo stanovisek', instruction: 'Kolo: každý řekne, co podpořit, co změnit a proč.' },
    { title: 'Doporučení a důvody', instruction: 'Zformulujte doporučení, důvody a odpověď přispěvatelům.' },
  ],
} satisfies MethodText;
