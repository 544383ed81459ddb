import type { MethodText } from '../method-content.ts';

export default {
  name: 'Obrátený brainstorming (TRIZ)',
  purpose: 'S humorom pomenovať, čím si privolávame najhorší výsledok, a tak uvoľniť miesto zmene.',
  materials: 'Stena s tromi stĺpcami',
  output: 'Zoznam vecí, s ktorými prestať, a prvé kroky',
  notFor: 'Skupiny v otvorenom konflikte, kde by žarty zraňovali.',
  steps: [
    { title: 'Opak cieľa', instruction: 'Zadajte opak cieľa ako úlohu.' },
    { title: 'Ako zaručene zlyhať', instruction: 'Vypíšte všetko, čo by zaručilo zlý výsledok.' },
    { title: 'Čo z toho dnes robíme', instruction: 'Úprimne porovnajte: čo z toho dnes v nejakej podobe robíme?' },
    { title: 'S čím prestaneme', instruction: 'Vyberte, s čím prestať, a ku každému prvý krok.' },
  ],
} satisfies MethodText;
