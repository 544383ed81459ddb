import type { MethodText } from '../method-content.ts';

export default {
  name: 'Start, Stop, Continue',
  purpose: 'Evaluate a process quickly and agree on improvements.',
  materials: 'Three columns, private writing',
  output: 'Two or three improvements with owners',
  notFor: 'Evaluating persons instead of the process.',
  steps: [
    'Recall what the evaluated process was and what it produced.',
    'Write cards privately into the three columns.',
    'Reveal and group.',
    'Vote with three dots.',
    'Agree on two or three actions with names and dates.',
  ],
} satisfies MethodText;
