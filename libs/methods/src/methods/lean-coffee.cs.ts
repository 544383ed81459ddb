import type { MethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee – rozhovor bez pevného programu',
  purpose: 'Vést krátké užitečné setkání, jehož program si účastníci sestaví na místě, například interní snídani.',
  materials: 'Karty, časomíra, tři sloupce; jeden stůl asi pro deset lidí',
  output: 'Probraná témata a úkoly',
  notFor: 'Témata, která vyžadují přípravu nebo formální postup.',
  steps: [
    { title: 'Napsat témata', instruction: 'Každý napíše témata, jedno na kartu.' },
    { title: 'Představit témata', instruction: 'Každé téma představte jednou větou.' },
    { title: 'Vybrat témata', instruction: 'Hlasujte třemi body a témata seřaďte.' },
    { title: 'Diskutovat shora', instruction: 'Diskutujte od prvního tématu: osm minut na téma, potom palce rozhodnou o dalších čtyřech minutách.' },
    { title: 'Úkoly se jmény', instruction: 'Zapište úkoly se jmény.' },
  ],
} satisfies MethodText;
