import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'SWOT kvadranty',
  frames: [
    'Silné stránky',
    'Slabé stránky',
    'Příležitosti',
    'Hrozby',
    'Vazby',
  ],
} satisfies BoardTemplateText;
