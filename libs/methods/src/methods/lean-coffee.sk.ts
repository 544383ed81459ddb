import type { MethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee – rozhovor bez pevného programu',
  purpose: 'Viesť krátke užitočné stretnutie, ktorého program si účastníci zostavia na mieste, napríklad interné raňajky.',
  materials: 'Karty, časomiera, tri stĺpce; jeden stôl asi na desať ľudí',
  output: 'Prebrané témy a úlohy',
  notFor: 'Témy, ktoré si vyžadujú prípravu alebo formálny postup.',
  steps: [
    { title: 'Napísať témy', instruction: 'Každý napíše témy, jednu na kartu.' },
    { title: 'Predstaviť témy', instruction: 'Každú tému predstavte jednou vetou.' },
    { title: 'Vybrať témy', instruction: 'Hlasujte tromi bodmi a témy zoraďte.' },
    { title: 'Diskutovať zhora', instruction: 'Diskutujte od prvej témy: osem minút na tému, potom palce rozhodnú o ďalších štyroch minútach.' },
    { title: 'Úlohy s menami', instruction: 'Zapíšte úlohy s menami.' },
  ],
} satisfies MethodText;
