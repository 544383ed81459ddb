import type { MethodText } from '../method-content.ts';

export default {
  name: 'Čo – No a čo – Čo teraz',
  purpose: 'Poučiť sa zo spoločnej skúsenosti tak, že oddelíme fakty, význam a konanie.',
  materials: 'Tri rámce, malé skupiny po päť až sedem',
  output: 'Fakty, poučenia a úlohy',
  notFor: 'Chvíle hneď po konflikte bez nestranného facilitátora.',
  steps: [
    'Vysvetlite tri kroky a ich poradie.',
    'Čo: čo sa stalo, čo sme videli alebo počuli? Iba fakty.',
    'No a čo: prečo je to dôležité, aké vzorce vidíme?',
    'Čo teraz: ktoré kroky dávajú zmysel?',
    'Podeľte sa o výsledky a zapíšte úlohy s menami.',
  ],
} satisfies MethodText;
