import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena zhlukov',
  frames: [
    'Nezaradené',
    'Zhluky',
    'Jedinečné námety',
  ],
} satisfies BoardTemplateText;
