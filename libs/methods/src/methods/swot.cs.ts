import type { MethodText } from '../method-content.ts';

export default {
  name: 'SWOT analýza',
  purpose: 'Dát týmu pro strategii společný obraz o současnosti a o vnějších tlacích.',
  materials: 'Čtyři kvadranty, přehled údajů k tématu',
  output: 'Prověřená SWOT tabulka s nejdůležitějšími vazbami',
  notFor: 'Použití místo rozhodnutí; velká veřejná setkání bez údajů, kde vzniknou jen obecné seznamy.',
  steps: [
    { title: 'Rozsah a rok', instruction: 'Pojmenujte rozsah a rok, na který plánujete.' },
    { title: 'Silné a slabé stránky', instruction: 'Potichu pište silné a slabé stránky; kde to jde, doplňte důkaz.' },
    { title: 'Příležitosti a hrozby', instruction: 'Potichu pište příležitosti a hrozby.' },
    { title: 'Sloučit a prodiskutovat', instruction: 'Slučte a prodiskutujte jednotlivé kvadranty; vyřaďte tvrzení, která nikdo neumí doložit.' },
    { title: 'Propojit vnitřek s okolím', instruction: 'Propojte silné stránky s příležitostmi a slabé stránky s hrozbami.' },
    { title: 'Tři nejdůležitější', instruction: 'Vyznačte tři nejdůležitější vazby.' },
  ],
} satisfies MethodText;
