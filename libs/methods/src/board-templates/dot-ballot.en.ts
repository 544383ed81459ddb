import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Dot ballot',
  frames: [
    'Options',
    'Result',
    'Why',
  ],
} satisfies BoardTemplateText;
