import type { MethodText } from '../method-content.ts';

export default {
  name: 'What, So What, Now What',
  purpose: 'Learn from a shared experience by keeping facts, meaning and action apart.',
  materials: 'Three frames, small groups of five to seven',
  output: 'Facts, lessons and actions',
  notFor: 'Moments right after a conflict without a neutral facilitator.',
  steps: [
    'Explain the three steps and their order.',
    'What: what happened, what did we see or hear? Facts only.',
    'So what: why does it matter, what patterns appear?',
    'Now what: which steps make sense?',
    'Share the outcomes and write actions with names.',
  ],
} satisfies MethodText;
