import type { MethodText } from '../method-content.ts';

export default {
  name: '25/10 Crowd Sourcing',
  purpose: 'Generate bold ideas and find the ten strongest in half an hour.',
  materials: 'One card per person, free space or a random digital hand-out, bell',
  output: 'Top ten ideas with scores',
  notFor: 'Sensitive topics where handwriting or wording would reveal the author.',
  steps: [
    { title: 'One round for practice', instruction: 'Explain and demonstrate one round.' },
    { title: 'A bold idea', instruction: 'Each person writes one bold idea and its first step.' },
    { title: 'Five rounds of scoring', instruction: 'Five rounds: exchange cards without reading, then read one and score it from 1 to 5.' },
    { title: 'The top ten', instruction: 'Add up the five scores and count down from 25 to find the top ten.' },
  ],
} satisfies MethodText;
