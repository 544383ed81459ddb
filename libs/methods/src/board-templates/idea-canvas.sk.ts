import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tímové plátno ideathonu',
  frames: [
    'Zadanie výzvy',
    'Koho sa problém týka',
    'Dôkazy',
    'Nápad v jednej vete',
    'Ako to funguje',
    'Náklady a zodpovední',
    'Prvý krok do 30 dní',
    'Spätná väzba mentorov',
    'Prezentácia',
  ],
} satisfies BoardTemplateText;
