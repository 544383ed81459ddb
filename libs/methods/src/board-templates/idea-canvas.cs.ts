import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Týmové plátno ideathonu',
  frames: [
    'Zadání výzvy',
    'Koho se problém týká',
    'Důkazy',
    'Nápad v jedné větě',
    'Jak to funguje',
    'Náklady a odpovědní',
    'První krok do 30 dnů',
    'Zpětná vazba mentorů',
    'Prezentace',
  ],
} satisfies BoardTemplateText;
