import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Sprint wall',
  frames: [
    'Long-term goal and questions',
    'Map',
    'Sketches (unsigned)',
    'Heat map',
    'Storyboard',
    'Test notes',
  ],
} satisfies BoardTemplateText;
