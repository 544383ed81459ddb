import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Scale ballot',
  frames: [
    'Proposal text',
    'Scale',
    'Concerns',
    'Amended proposal',
  ],
} satisfies BoardTemplateText;
