import type { MethodText } from '../method-content.ts';

export default {
  name: '25/10 – výběr nejsilnějších nápadů',
  purpose: 'Za půlhodinu získat odvážné nápady a najít deset nejsilnějších.',
  materials: 'Jedna karta pro každého, volný prostor nebo náhodné digitální přidělování, zvonek',
  output: 'Deset nejlepších nápadů s body',
  notFor: 'Citlivá témata, kde by autora prozradilo písmo nebo formulace.',
  steps: [
    { title: 'Jedno kolo na ukázku', instruction: 'Vysvětlete a ukažte jedno kolo.' },
    { title: 'Odvážný nápad', instruction: 'Každý napíše jeden odvážný nápad a jeho první krok.' },
    { title: 'Pět kol bodování', instruction: 'Pět kol: vyměňujte si karty bez čtení, potom jednu přečtěte a ohodnoťte od 1 do 5.' },
    { title: 'Prvních deset', instruction: 'Sečtěte pět hodnocení a odpočítáváním od 25 najděte prvních deset.' },
  ],
} satisfies MethodText;
