import type { MethodText } from '../method-content.ts';

export default {
  name: 'Impact–Effort Matrix',
  purpose: 'Choose what to do first by comparing expected benefit with effort.',
  materials: 'Two-by-two matrix, short list of ideas, somebody who knows costs',
  output: 'Ordered list with reasons',
  notFor: 'Groups without anybody who can estimate cost; rights or safety matters that must not depend on convenience.',
  steps: [
    { title: 'What impact and effort mean', instruction: 'Agree what impact and effort mean here and for whom.' },
    { title: 'Estimate on your own', instruction: 'Everyone estimates both values privately.' },
    { title: 'Place on the matrix', instruction: 'Place ideas by the median and talk where the spread is wide.' },
    { title: 'Choose the order', instruction: 'Choose quick wins, plan the big projects, drop the rest with a reason.' },
  ],
} satisfies MethodText;
