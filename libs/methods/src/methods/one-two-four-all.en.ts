import type { MethodText } from '../method-content.ts';

export default {
  name: '1-2-4-All',
  purpose: 'Include everybody in producing ideas, whatever the size of the group.',
  materials: 'One question on the screen, cards or phones, bell',
  output: 'One strong idea per group of four',
  notFor: 'Questions that need expert data first; rooms with fixed rows, unless the pairs are formed with neighbours.',
  steps: [
    { title: 'The question', instruction: 'Read the question aloud and explain the four steps.' },
    { title: 'Alone', instruction: 'Think alone in silence.' },
    { title: 'In pairs', instruction: "Pairs: build on each other's ideas." },
    { title: 'In fours', instruction: 'Fours: notice similarities and differences.' },
    { title: 'All together', instruction: 'Plenary: each group shares one idea that stood out and sends it to the wall.' },
  ],
} satisfies MethodText;
