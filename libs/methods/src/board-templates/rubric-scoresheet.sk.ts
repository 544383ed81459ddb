import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hodnotiaci hárok',
  frames: [
    'Kritériá a váhy',
    'Individuálne body (skryté)',
    'Rozptyl',
    'Vyjadrenie poroty',
  ],
} satisfies BoardTemplateText;
