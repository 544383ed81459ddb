import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Scale ballot',
  frames: [
    'Proposal text',
    'Scale',
    'Concerns',
    'Amended proposal',
  ],
  divided: {
    'scale': {
      columns: [],
      rows: ['fully agree', 'agree with a concern', 'do not mind', 'rather not', 'disagree'],
      hint: 'Put your note into the row that speaks for you.',
    },
  },
} satisfies BoardTemplateText;
