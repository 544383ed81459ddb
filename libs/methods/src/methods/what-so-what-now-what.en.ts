import type { MethodText } from '../method-content.ts';

export default {
  name: 'What, So What, Now What',
  purpose: 'Learn from a shared experience by keeping facts, meaning and action apart.',
  materials: 'Three frames, small groups of five to seven',
  output: 'Facts, lessons and actions',
  notFor: 'Moments right after a conflict without a neutral facilitator.',
  steps: [
    { title: 'Three steps', instruction: 'Explain the three steps and their order.' },
    { title: 'What happened', instruction: 'What: what happened, what did we see or hear? Facts only.' },
    { title: 'So what', instruction: 'So what: why does it matter, what patterns appear?' },
    { title: 'Now what', instruction: 'Now what: which steps make sense?' },
    { title: 'Actions with names', instruction: 'Share the outcomes and write actions with names.' },
  ],
} satisfies MethodText;
