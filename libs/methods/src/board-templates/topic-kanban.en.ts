import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Topic kanban',
  frames: [
    'To discuss',
    'Discussing',
    'Discussed',
    'Actions',
  ],
} satisfies BoardTemplateText;
