import type { MethodText } from '../method-content.ts';

export default {
  name: 'Consent Decision',
  purpose: 'Adopt a proposal that is good enough for now and safe enough to try.',
  materials: 'Written proposal, facilitator, note taker',
  output: 'Decision with review date',
  notFor: 'Large assemblies and groups without a shared aim or mandate to decide.',
  steps: [
    { title: 'The proposal', instruction: 'Present the proposal.' },
    { title: 'Clarifying questions', instruction: 'Clarifying questions only.' },
    { title: 'Quick reactions', instruction: 'Quick reactions in a round.' },
    { title: 'Objections', instruction: 'Round of objections: a reasoned harm to the shared aim, not a preference.' },
    { title: 'Improve the proposal', instruction: 'Build objections into the proposal: amend, shorten the trial, measure a concern.' },
    { title: 'Decision and review date', instruction: 'Record the decision, the owner and the review date.' },
  ],
} satisfies MethodText;
