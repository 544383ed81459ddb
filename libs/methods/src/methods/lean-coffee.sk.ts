import type { MethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee – rozhovor bez pevného programu',
  purpose: 'Viesť krátke užitočné stretnutie, ktorého program si účastníci zostavia na mieste, napríklad interné raňajky.',
  materials: 'Karty, časomiera, tri stĺpce; jeden stôl asi na desať ľudí',
  output: 'Prebrané témy a úlohy',
  notFor: 'Témy, ktoré si vyžadujú prípravu alebo formálny postup.',
  steps: [
    'Každý napíše témy, jednu na kartu.',
    'Každú tému predstavte jednou vetou.',
    'Hlasujte tromi bodmi a témy zoraďte.',
    'Diskutujte od prvej témy: osem minút na tému, potom palce rozhodnú o ďalších štyroch minútach.',
    'Zapíšte úlohy s menami.',
  ],
} satisfies MethodText;
