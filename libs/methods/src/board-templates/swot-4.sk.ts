import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'SWOT kvadranty',
  frames: [
    'Silné stránky',
    'Slabé stránky',
    'Príležitosti',
    'Hrozby',
    'Prepojenia',
  ],
} satisfies BoardTemplateText;
