import type { MethodText } from '../method-content.ts';

export default {
  name: '25/10 – výber najsilnejších nápadov',
  purpose: 'Za polhodinu získať odvážne nápady a nájsť desať najsilnejších.',
  materials: 'Jedna karta pre každého, voľný priestor alebo náhodné digitálne prideľovanie, zvonček',
  output: 'Desať najlepších nápadov s bodmi',
  notFor: 'Citlivé témy, kde by autora prezradilo písmo alebo formulácia.',
  steps: [
    { title: 'Jedno kolo na ukážku', instruction: 'Vysvetlite a ukážte jedno kolo.' },
    { title: 'Odvážny nápad', instruction: 'Každý napíše jeden odvážny nápad a jeho prvý krok.' },
    { title: 'Päť kôl bodovania', instruction: 'Päť kôl: vymieňajte si karty bez čítania, potom jednu prečítajte a ohodnoťte od 1 do 5.' },
    { title: 'Prvých desať', instruction: 'Spočítajte päť hodnotení a odpočítavaním od 25 nájdite prvých desať.' },
  ],
} satisfies MethodText;
