import type { MethodText } from '../method-content.ts';

export default {
  name: 'Akvárium (fishbowl)',
  purpose: 'Umožnit mnohým poslouchat soustředěný rozhovor a vstoupit do něj, když chtějí.',
  materials: 'Vnitřní kruh s pěti židlemi, jedna zůstává volná, vnější kruh, mikrofon',
  output: 'Záznam shod, rozdílů a otevřených otázek',
  notFor: 'Lidé, kteří se bojí mluvit před jinými; nabídněte i písemný vstup nebo dvojice.',
  steps: [
    { title: 'Pravidla kruhů', instruction: 'Vysvětlete pravidlo: mluví jen vnitřní kruh, volná židle je pro každého.' },
    { title: 'První řečníci', instruction: 'První řečníci otevřou rozhovor svými pohledy.' },
    { title: 'Otevřený kruh', instruction: 'Lidé z vnějšího kruhu vstupují; někdo z vnitřního kruhu odejde.' },
    { title: 'Shody a rozdíly', instruction: 'Pojmenujte shody, rozdíly a otázky, které zůstaly.' },
  ],
} satisfies MethodText;
