import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Three columns',
  frames: [
    'Start',
    'Stop',
    'Continue',
    'Actions',
  ],
} satisfies BoardTemplateText;
