import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Ideathon team canvas',
  frames: [
    'Challenge brief',
    'Who has the problem',
    'Evidence',
    'Idea in one sentence',
    'How it works',
    'Costs and owners',
    'First step in 30 days',
    'Mentor feedback',
    'Pitch',
  ],
} satisfies BoardTemplateText;
