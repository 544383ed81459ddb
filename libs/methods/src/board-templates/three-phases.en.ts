import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Three phases',
  frames: [
    'Critique',
    'Vision',
    'Realisation',
    'Who does what by when',
  ],
} satisfies BoardTemplateText;
