import type { MethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee',
  purpose: 'Hold a short useful meeting whose agenda the participants make on the spot, for example an internal breakfast.',
  materials: 'Cards, timer, three columns; one table per about ten people',
  output: 'Discussed topics and actions',
  notFor: 'Topics that need preparation or a formal procedure.',
  steps: [
    { title: 'Write topics', instruction: 'Everybody writes topics, one per card.' },
    { title: 'Introduce topics', instruction: 'Introduce each topic in one sentence.' },
    { title: 'Choose topics', instruction: 'Vote with three dots and sort the topics.' },
    { title: 'Discuss from the top', instruction: 'Discuss from the top: eight minutes per topic, then thumbs decide on four more minutes.' },
    { title: 'Actions with names', instruction: 'Write down actions with names.' },
  ],
} satisfies MethodText;
