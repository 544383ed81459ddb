import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Strom problémov',
  frames: [
    'Dôsledky (koruna)',
    'Jadro problému (kmeň)',
    'Príčiny (korene)',
    'Ciele',
  ],
} satisfies BoardTemplateText;
