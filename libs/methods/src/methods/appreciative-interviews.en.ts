import type { MethodText } from '../method-content.ts';

export default {
  name: 'Appreciative Interviews',
  purpose: 'Find out what already works by telling success stories in pairs.',
  materials: 'Chairs in pairs, story cards',
  output: 'List of success factors with stories behind them',
  notFor: 'Moments of fresh anger or grief, when a call for success stories sounds like dismissal.',
  steps: [
    { title: 'A story of success', instruction: "Give the theme and ask for a story of success from one's own life." },
    { title: 'Interviews in pairs', instruction: 'Interview each other in pairs; ask what made the success possible.' },
    { title: 'Retell in fours', instruction: "In fours retell your partner's story and listen for patterns." },
    { title: 'What made it work', instruction: 'Collect the success factors on the wall.' },
    { title: 'How to do more of it', instruction: 'Discuss how to do more of it, first alone, then in pairs and in plenary.' },
  ],
} satisfies MethodText;
