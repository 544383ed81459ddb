import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Map with pins',
  frames: [
    'Map',
    'Legend of pin types',
    'Comments',
    'Clusters',
  ],
} satisfies BoardTemplateText;
