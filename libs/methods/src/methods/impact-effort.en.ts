import type { MethodText } from '../method-content.ts';

export default {
  name: 'Impact–Effort Matrix',
  purpose: 'Choose what to do first by comparing expected benefit with effort.',
  materials: 'Two-by-two matrix, short list of ideas, somebody who knows costs',
  output: 'Ordered list with reasons',
  notFor: 'Groups without anybody who can estimate cost; rights or safety matters that must not depend on convenience.',
  steps: [
    'Agree what impact and effort mean here and for whom.',
    'Everyone estimates both values privately.',
    'Place ideas by the median and talk where the spread is wide.',
    'Choose quick wins, plan the big projects, drop the rest with a reason.',
  ],
} satisfies MethodText;
