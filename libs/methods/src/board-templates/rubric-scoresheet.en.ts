import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Rubric score sheet',
  frames: [
    'Criteria and weights',
    'Individual scores (private)',
    'Spread',
    'Jury statement',
  ],
} satisfies BoardTemplateText;
