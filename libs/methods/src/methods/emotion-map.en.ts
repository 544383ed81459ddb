import type { MethodText } from '../method-content.ts';

export default {
  name: 'Emotion Map',
  purpose: 'Learn where in the city people feel well, unsafe, or want a change.',
  materials: 'Large map or map board, coloured pins, short questions, helper at the map',
  output: 'Places with counts, reasons and clusters',
  notFor: 'Drawing statistical conclusions about the whole city from a self-selected group; marking private homes.',
  steps: [
    { title: 'How to read the pins', instruction: 'Explain the questions and the colour of each pin.' },
    { title: 'Place your pins', instruction: 'People place pins; a helper reads out and places pins for those who ask.' },
    { title: 'Reasons for a pin', instruction: 'Add a short reason to the most important pin.' },
    { title: 'Look at clusters', instruction: 'Look at clusters together and check who has not been heard.' },
    { title: 'Findings place by place', instruction: 'Sum up the findings per place and say what happens next.' },
  ],
} satisfies MethodText;
