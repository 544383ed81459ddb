import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dialogue Circle',
  purpose: 'Let people with opposing views listen to each other without debating.',
  materials: 'Chairs in a circle, talking object, two facilitators',
  output: 'Unattributed notes on shared ground and differences',
  notFor: 'Moments when a decision must fall today, or when somebody is under threat; use mediation instead.',
  steps: [
    { title: 'Rules we agree on', instruction: 'Agree on rules: speak from experience, do not interrupt, what is said here is not quoted by name.' },
    { title: 'How it touches me', instruction: 'First round: how does the topic touch you personally?' },
    { title: 'What I value and fear to lose', instruction: 'Second round: what do you value, what do you fear to lose?' },
    { title: 'What I heard that was new', instruction: 'Open talk: what did you hear that was new?' },
    { title: 'Shared ground and differences', instruction: 'Write the shared ground and the differences that remain.' },
  ],
} satisfies MethodText;
