import type { MethodText } from '../method-content.ts';

export default {
  name: 'Pairwise Comparison',
  purpose: 'Order options by asking only which of two is better.',
  materials: 'Phones or ballots; an algorithm that chooses pairs',
  output: 'Order of options with certainty',
  notFor: 'Few voters and many options; people who need to see why an option ranked as it did.',
  steps: [
    { title: 'The criterion', instruction: 'Explain the criterion and that skipping is allowed.' },
    { title: 'Pairs', instruction: 'Each person decides about a series of pairs; options can be added only before the start.' },
    { title: 'Resulting order', instruction: 'Show the order together with how sure it is.' },
  ],
} satisfies MethodText;
