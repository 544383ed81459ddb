import type { MethodText } from '../method-content.ts';

export default {
  name: 'Start, Stop, Continue',
  purpose: 'Evaluate a process quickly and agree on improvements.',
  materials: 'Three columns, private writing',
  output: 'Two or three improvements with owners',
  notFor: 'Evaluating persons instead of the process.',
  steps: [
    { title: 'What we evaluate', instruction: 'Recall what the evaluated process was and what it produced.' },
    { title: 'Start, stop, continue', instruction: 'Write cards privately into the three columns.' },
    { title: 'Reveal and group', instruction: 'Reveal and group.' },
    { title: 'Choose', instruction: 'Vote with three dots.' },
    { title: 'Actions with names', instruction: 'Agree on two or three actions with names and dates.' },
  ],
} satisfies MethodText;
