import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Nástěnka témat',
  frames: [
    'K diskusi',
    'Právě probíráme',
    'Probráno',
    'Úkoly',
  ],
} satisfies BoardTemplateText;
