import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dialogue Circle',
  purpose: 'Let people with opposing views listen to each other without debating.',
  materials: 'Chairs in a circle, talking object, two facilitators',
  output: 'Unattributed notes on shared ground and differences',
  notFor: 'Moments when a decision must fall today, or when somebody is under threat; use mediation instead.',
  steps: [
    'Agree on rules: speak from experience, do not interrupt, what is said here is not quoted by name.',
    'First round: how does the topic touch you personally?',
    'Second round: what do you value, what do you fear to lose?',
    'Open talk: what did you hear that was new?',
    'Write the shared ground and the differences that remain.',
  ],
} satisfies MethodText;
