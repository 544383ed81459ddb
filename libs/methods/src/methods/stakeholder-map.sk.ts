import type { MethodText } from '../method-content.ts';

export default {
  name: 'Mapa aktérov',
  purpose: 'Vidieť, koho sa téma týka, kto ju môže ovplyvniť a čí hlas chýba.',
  materials: 'Karty, mriežka s dvoma osami',
  output: 'Plán pozvania so zodpovednými osobami',
  notFor: 'Verejné premietanie, ak karty hodnotia konkrétne súkromné osoby; takú nástenku nechajte internú.',
  steps: [
    { title: 'Téma a jej hranice', instruction: 'Pomenujte tému a jej hranice jednou vetou.' },
    { title: 'Aktéri, potichu', instruction: 'Potichu vypíšte aktérov, každého na jednu kartu: ľudí, skupiny, úrady, firmy.' },
    { title: 'Vplyv a dopad', instruction: 'Umiestnite karty do mriežky podľa vplyvu a podľa toho, ako veľmi sa ich téma dotýka.' },
    { title: 'Vzťahy a chýbajúce hlasy', instruction: 'Vyznačte vzťahy, napätia a chýbajúce hlasy.' },
    { title: 'Koho pozvať', instruction: 'Dohodnite sa, koho pozvať, kto ho osloví a akou cestou.' },
  ],
} satisfies MethodText;
