import type { MethodText } from '../method-content.ts';

export default {
  name: 'Crazy Eights',
  purpose: 'Push past the first obvious idea by sketching fast.',
  materials: 'Paper folded into eight panels or eight empty frames, marker, timer',
  output: 'Eight sketches per person, one or two chosen',
  notFor: 'People who freeze at drawing; allow words instead.',
  steps: [
    { title: 'The question and how to sketch', instruction: 'Recall the question and show how rough a sketch may be.' },
    { title: 'Eight sketches', instruction: 'Draw eight variations, one per minute.' },
    { title: 'Show the sketches', instruction: 'Show the sketches in small groups without defending them.' },
    { title: 'Favourites', instruction: 'Mark the one or two sketches to develop.' },
  ],
} satisfies MethodText;
