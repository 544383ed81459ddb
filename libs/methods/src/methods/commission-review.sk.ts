import type { MethodText } from '../method-content.ts';

export default {
  name: 'Prerokovanie výstupov v komisii',
  purpose: 'Dať členom komisie zastupiteľstva priestor pochopiť výstupy podujatia skôr, než zaujmú stanovisko.',
  materials: 'Správa z podujatia zaslaná vopred, facilitátor, ktorý nie je predsedom, hárok na tiché pripomienky',
  output: 'Odporúčanie s odôvodnením a odpoveď prispievateľom',
  notFor: 'Náhrada formálneho hlasovania komisie; postup ho iba pripravuje.',
  steps: [
    'Dvaja ľudia z podujatia predstavia výstupy a ako vznikli.',
    'Iba doplňujúce otázky.',
    'Tiché písomné pripomienky ku každému návrhu.',
    'Kolo: každý povie, čo podporiť, čo zmeniť a prečo.',
    'Sformulujte odporúčanie, dôvody a odpoveď prispievateľom.',
  ],
} satisfies MethodText;
