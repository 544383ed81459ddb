import type { MethodText } from '../method-content.ts';

export default {
  name: 'Crazy Eights',
  purpose: 'Push past the first obvious idea by sketching fast.',
  materials: 'Paper folded into eight panels or eight empty frames, marker, timer',
  output: 'Eight sketches per person, one or two chosen',
  notFor: 'People who freeze at drawing; allow words instead.',
  steps: [
    'Recall the question and show how rough a sketch may be.',
    'Draw eight variations, one per minute.',
    'Show the sketches in small groups without defending them.',
    'Mark the one or two sketches to develop.',
  ],
} satisfies MethodText;
