import type { MethodText } from '../method-content.ts';

export default {
  name: 'Mapa aktérů',
  purpose: 'Vidět, koho se téma týká, kdo je může ovlivnit a čí hlas chybí.',
  materials: 'Karty, mřížka se dvěma osami',
  output: 'Plán pozvání s odpovědnými osobami',
  notFor: 'Veřejné promítání, pokud karty hodnotí konkrétní soukromé osoby; takovou nástěnku nechte interní.',
  steps: [
    { title: 'Téma a jeho hranice', instruction: 'Pojmenujte téma a jeho hranice jednou větou.' },
    { title: 'Aktéři, potichu', instruction: 'Potichu vypište aktéry, každého na jednu kartu: lidi, skupiny, úřady, firmy.' },
    { title: 'Vliv a dopad', instruction: 'Umístěte karty do mřížky podle vlivu a podle toho, jak moc se jich téma dotýká.' },
    { title: 'Vztahy a chybějící hlasy', instruction: 'Vyznačte vztahy, napětí a chybějící hlasy.' },
    { title: 'Koho pozvat', instruction: 'Dohodněte se, koho pozvat, kdo ho osloví a jakou cestou.' },
  ],
} satisfies MethodText;
