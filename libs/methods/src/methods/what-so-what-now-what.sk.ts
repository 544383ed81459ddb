import type { MethodText } from '../method-content.ts';

export default {
  name: 'Čo – No a čo – Čo teraz',
  purpose: 'Poučiť sa zo spoločnej skúsenosti tak, že oddelíme fakty, význam a konanie.',
  materials: 'Tri rámce, malé skupiny po päť až sedem',
  output: 'Fakty, poučenia a úlohy',
  notFor: 'Chvíle hneď po konflikte bez nestranného facilitátora.',
  steps: [
    { title: 'Tri kroky', instruction: 'Vysvetlite tri kroky a ich poradie.' },
    { title: 'Čo sa stalo', instruction: 'Čo: čo sa stalo, čo sme videli alebo počuli? Iba fakty.' },
    { title: 'No a čo', instruction: 'No a čo: prečo je to dôležité, aké vzorce vidíme?' },
    { title: 'Čo teraz', instruction: 'Čo teraz: ktoré kroky dávajú zmysel?' },
    { title: 'Úlohy s menami', instruction: 'Podeľte sa o výsledky a zapíšte úlohy s menami.' },
  ],
} satisfies MethodText;
