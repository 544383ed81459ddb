import type { MethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee',
  purpose: 'Hold a short useful meeting whose agenda the participants make on the spot, for example an internal breakfast.',
  materials: 'Cards, timer, three columns; one table per about ten people',
  output: 'Discussed topics and actions',
  notFor: 'Topics that need preparation or a formal procedure.',
  steps: [
    'Everybody writes topics, one per card.',
    'Introduce each topic in one sentence.',
    'Vote with three dots and sort the topics.',
    'Discuss from the top: eight minutes per topic, then thumbs decide on four more minutes.',
    'Write down actions with names.',
  ],
} satisfies MethodText;
