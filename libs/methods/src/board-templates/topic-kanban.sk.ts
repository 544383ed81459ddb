import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Nástenka tém',
  frames: [
    'Na diskusiu',
    'Práve rozoberáme',
    'Prebrané',
    'Úlohy',
  ],
} satisfies BoardTemplateText;
