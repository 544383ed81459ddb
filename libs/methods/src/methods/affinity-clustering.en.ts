import type { MethodText } from '../method-content.ts';

export default {
  name: 'Affinity Clustering',
  purpose: 'Turn a heap of cards into named themes the group agrees on.',
  materials: 'Card wall, label cards',
  output: 'Named clusters, each linked to its cards',
  notFor: 'Fewer than about fifteen cards; cases where the order of steps matters more than similarity.',
  steps: [
    { title: 'Read the cards', instruction: 'Read the cards; set exact duplicates on top of each other.' },
    { title: 'Move together in silence', instruction: 'Move similar cards together without talking.' },
    { title: 'Name the clusters', instruction: 'Name each cluster with a short sentence rather than one word.' },
    { title: 'Keep the outliers', instruction: 'Keep outliers visible; do not force them in.' },
    { title: 'Check with the authors', instruction: 'Check with the authors that their card sits well.' },
  ],
} satisfies MethodText;
