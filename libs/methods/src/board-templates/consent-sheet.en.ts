import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Consent sheet',
  frames: [
    'Proposal',
    'Questions',
    'Reactions',
    'Objections',
    'Decision and review date',
  ],
} satisfies BoardTemplateText;
