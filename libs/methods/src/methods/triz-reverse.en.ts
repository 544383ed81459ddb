import type { MethodText } from '../method-content.ts';

export default {
  name: 'TRIZ (reverse brainstorming)',
  purpose: 'Make room for change by naming, with humour, what we do to get the worst result.',
  materials: 'Wall with three columns',
  output: 'List of practices to stop with first steps',
  notFor: 'Groups in open conflict, where jokes would hurt.',
  steps: [
    { title: 'The opposite of the goal', instruction: 'State the opposite of the goal as a task.' },
    { title: 'How to guarantee failure', instruction: 'List everything that would guarantee the bad result.' },
    { title: 'What we do today', instruction: 'Compare honestly: which of these do we do today in any form?' },
    { title: 'What we stop', instruction: 'Choose what to stop and the first step for each.' },
  ],
} satisfies MethodText;
