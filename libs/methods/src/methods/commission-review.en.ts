import type { MethodText } from '../method-content.ts';

export default {
  name: 'Commission Review',
  purpose: 'Give council commission members room to understand workshop outputs before they take a position.',
  materials: 'Session report sent beforehand, facilitator who is not the chair, silent comment sheet',
  output: 'Recommendation with reasons and an answer to contributors',
  notFor: 'Replacing the formal vote of the commission; the procedure prepares it.',
  steps: [
    'Two people from the workshop present the outputs and how they came about.',
    'Clarifying questions only.',
    'Silent written comments to each proposal.',
    'Round: everyone says what to support, what to change and why.',
    'Word the recommendation, the reasons and the answer to contributors.',
  ],
} satisfies MethodText;
