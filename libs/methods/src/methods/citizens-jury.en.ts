import type { MethodText } from '../method-content.ts';

export default {
  name: "Citizens' Jury",
  purpose: 'Let a balanced group of residents study evidence and give the city a reasoned recommendation.',
  materials: 'Selection by lot, independent facilitation, witnesses from several sides, two days or more',
  output: 'Reasoned recommendations with minority views',
  notFor: 'Small or urgent matters, or a council that does not intend to answer.',
  steps: [
    'Introduce the charge, the rules and each other.',
    'Hear evidence from different sides.',
    'Question the witnesses and ask for missing data.',
    'Deliberate in small groups and in plenary.',
    'Write recommendations with reasons and minority views.',
    'Hand over to the city and fix the date of its answer.',
  ],
} satisfies MethodText;
