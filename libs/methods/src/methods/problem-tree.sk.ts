import type { MethodText } from '../method-content.ts';

export default {
  name: 'Strom problémov',
  purpose: 'Oddeliť príčiny od dôsledkov skôr, než niekto navrhne riešenia.',
  materials: 'Karty v troch farbách, veľký hárok',
  output: 'Príčiny, dôsledky a krátky zoznam cieľov',
  notFor: 'Témy, kde ešte chýbajú fakty alebo kde chce skupina hľadať vinníka; najprv zozbierajte údaje alebo veďte dialóg.',
  steps: [
    { title: 'Jadro problému', instruction: 'Zhodnite sa na jednej vete, ktorá vystihuje jadro problému, a dajte ju na kmeň.' },
    { title: 'Príčiny', instruction: 'Píšte príčiny a pýtajte sa ďalej prečo; umiestnite ich ako korene.' },
    { title: 'Dôsledky', instruction: 'Píšte dôsledky pre ľudí a pre mesto; umiestnite ich ako konáre.' },
    { title: 'Zlúčiť a prepojiť', instruction: 'Zlúčte duplicity a nakreslite súvislosti.' },
    { title: 'Z príčin ciele', instruction: 'Premeňte hlavné príčiny na pozitívne formulované ciele.' },
    { title: 'Kde budeme pokračovať', instruction: 'Vyberte vetvu, na ktorej sa bude pracovať nabudúce.' },
  ],
} satisfies MethodText;
