import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Strom problémů',
  frames: [
    'Důsledky (koruna)',
    'Jádro problému (kmen)',
    'Příčiny (kořeny)',
    'Cíle',
  ],
} satisfies BoardTemplateText;
