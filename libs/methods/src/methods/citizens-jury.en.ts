import type { MethodText } from '../method-content.ts';

export default {
  name: "Citizens' Jury",
  purpose: 'Let a balanced group of residents study evidence and give the city a reasoned recommendation.',
  materials: 'Selection by lot, independent facilitation, witnesses from several sides, two days or more',
  output: 'Reasoned recommendations with minority views',
  notFor: 'Small or urgent matters, or a council that does not intend to answer.',
  steps: [
    { title: 'The charge', instruction: 'Introduce the charge, the rules and each other.' },
    { title: 'Evidence', instruction: 'Hear evidence from different sides.' },
    { title: 'Witnesses', instruction: 'Question the witnesses and ask for missing data.' },
    { title: 'Deliberation', instruction: 'Deliberate in small groups and in plenary.' },
    { title: 'Recommendations', instruction: 'Write recommendations with reasons and minority views.' },
    { title: 'Handover to the city', instruction: 'Hand over to the city and fix the date of its answer.' },
  ],
} satisfies MethodText;
