import type { MethodText } from '../method-content.ts';

export default {
  name: 'Prerokovanie výstupov v komisii',
  purpose: 'Dať členom komisie zastupiteľstva priestor pochopiť výstupy podujatia skôr, než zaujmú stanovisko.',
  materials: 'Správa z podujatia zaslaná vopred, facilitátor, ktorý nie je predsedom, hárok na tiché pripomienky',
  output: 'Odporúčanie s odôvodnením a odpoveď prispievateľom',
  notFor: 'Náhrada formálneho hlasovania komisie; postup ho iba pripravuje.',
  steps: [
    { title: 'Čo priniesla dielňa', instruction: 'Dvaja ľudia z podujatia predstavia výstupy a ako vznikli.' },
    { title: 'Doplňujúce otázky', instruction: 'Iba doplňujúce otázky.' },
    { title: 'Tiché pripomienky', instruction: 'Tiché písomné pripomienky ku každému návrhu.' },
    { title: 'Kolo stanovísk', instruction: 'Kolo: každý povie, čo podporiť, čo zmeniť a prečo.' },
    { title: 'Odporúčanie a dôvody', instruction: 'Sformulujte odporúčanie, dôvody a odpoveď prispievateľom.' },
  ],
} satisfies MethodText;
