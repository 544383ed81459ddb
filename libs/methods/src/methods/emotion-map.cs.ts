import type { MethodText } from '../method-content.ts';

export default {
  name: 'Pocitová mapa',
  purpose: 'Zjistit, kde se lidé ve městě cítí dobře, kde se necítí bezpečně a kde chtějí změnu.',
  materials: 'Velká mapa nebo mapová nástěnka, barevné špendlíky, krátké otázky, pomocník u mapy',
  output: 'Místa s počty, důvody a shluky',
  notFor: 'Statistické závěry o celém městě z odpovědí lidí, kteří se zapojili sami od sebe; označování soukromých obydlí.',
  steps: [
    { title: 'Co znamenají špendlíky', instruction: 'Vysvětlete otázky a barvu jednotlivých špendlíků.' },
    { title: 'Umístěte špendlíky', instruction: 'Lidé umisťují špendlíky; pomocník je umístí za ty, kdo o to požádají.' },
    { title: 'Důvod ke špendlíku', instruction: 'K nejdůležitějšímu špendlíku doplňte krátký důvod.' },
    { title: 'Podívat se na shluky', instruction: 'Společně si prohlédněte shluky a ověřte, čí hlas chybí.' },
    { title: 'Zjištění podle míst', instruction: 'Shrňte zjištění po jednotlivých místech a řekněte, co bude následovat.' },
  ],
} satisfies MethodText;
