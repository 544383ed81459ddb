import type { MethodText } from '../method-content.ts';

export default {
  name: 'Gradients of Agreement',
  purpose: 'See the real strength of support beyond yes and no.',
  materials: 'Scale of eight levels from whole-hearted support to veto',
  output: 'Distribution of support',
  notFor: 'Trivial matters, where it costs more than it gives.',
  steps: [
    { title: 'Proposal and scale', instruction: 'Write the proposal and explain the eight levels.' },
    { title: 'Mark your level', instruction: 'Everybody marks a level, best unseen by others.' },
    { title: 'Distribution', instruction: 'Show the distribution.' },
    { title: 'Strong enough?', instruction: 'Decide whether the support is strong enough for this kind of decision, or improve the proposal.' },
  ],
} satisfies MethodText;
