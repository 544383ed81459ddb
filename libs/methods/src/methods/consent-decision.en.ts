import type { MethodText } from '../method-content.ts';

export default {
  name: 'Consent Decision',
  purpose: 'Adopt a proposal that is good enough for now and safe enough to try.',
  materials: 'Written proposal, facilitator, note taker',
  output: 'Decision with review date',
  notFor: 'Large assemblies and groups without a shared aim or mandate to decide.',
  steps: [
    'Present the proposal.',
    'Clarifying questions only.',
    'Quick reactions in a round.',
    'Round of objections: a reasoned harm to the shared aim, not a preference.',
    'Build objections into the proposal: amend, shorten the trial, measure a concern.',
    'Record the decision, the owner and the review date.',
  ],
} satisfies MethodText;
