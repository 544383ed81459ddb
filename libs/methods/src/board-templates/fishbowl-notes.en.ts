import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Inner and outer circle',
  frames: [
    "Speakers' queue",
    'Key statements',
    'Questions from the outer circle',
    'Agreements and differences',
  ],
} satisfies BoardTemplateText;
