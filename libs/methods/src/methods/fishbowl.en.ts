import type { MethodText } from '../method-content.ts';

export default {
  name: 'Fishbowl',
  purpose: 'Let many people listen to a focused talk and step into it when they want.',
  materials: 'Inner circle of five chairs with one kept empty, outer circle, microphone',
  output: 'Record of agreements, differences and open questions',
  notFor: 'People who fear speaking in front of others; offer written input or pairs as well.',
  steps: [
    { title: 'Rules of the circles', instruction: 'Explain the rule: only the inner circle talks; the empty chair is open to anybody.' },
    { title: 'First speakers', instruction: 'The first speakers open with their views.' },
    { title: 'Open circle', instruction: 'People from the outer circle step in; somebody from the inner circle steps out.' },
    { title: 'Agreements and differences', instruction: 'Name agreements, differences and questions that remain.' },
  ],
} satisfies MethodText;
