import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Affinity wall',
  frames: [
    'Unsorted',
    'Clusters',
    'Outliers',
  ],
} satisfies BoardTemplateText;
