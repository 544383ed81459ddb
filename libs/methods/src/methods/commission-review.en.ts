import type { MethodText } from '../method-content.ts';

export default {
  name: 'Commission Review',
  purpose: 'Give council commission members room to understand workshop outputs before they take a position.',
  materials: 'Session report sent beforehand, facilitator who is not the chair, silent comment sheet',
  output: 'Recommendation with reasons and an answer to contributors',
  notFor: 'Replacing the formal vote of the commission; the procedure prepares it.',
  steps: [
    { title: 'What the workshop brought', instruction: 'Two people from the workshop present the outputs and how they came about.' },
    { title: 'Clarifying questions', instruction: 'Clarifying questions only.' },
    { title: 'Silent comments', instruction: 'Silent written comments to each proposal.' },
    { title: 'Round of positions', instruction: 'Round: everyone says what to support, what to change and why.' },
    { title: 'Recommendation and reasons', instruction: 'Word the recommendation, the reasons and the answer to contributors.' },
  ],
} satisfies MethodText;
