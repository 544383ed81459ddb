import type { MethodText } from '../method-content.ts';

export default {
  name: 'Brainwriting 6-3-5',
  purpose: 'Produce many ideas quietly, without the loudest people leading.',
  materials: 'Sheet with six rows and three columns per person, or a digital sheet that passes on by itself',
  output: 'Up to 108 raw ideas from a group of six',
  notFor: 'People who cannot write comfortably; pair them with a scribe or choose a spoken method.',
  steps: [
    { title: 'Question and groups', instruction: 'Explain the question and seat people in groups of six.' },
    { title: 'Six rounds of writing', instruction: 'Six rounds of five minutes: write three ideas, pass the sheet on, build on what you read.' },
    { title: 'Ideas worth keeping', instruction: 'Read the sheets and mark the ideas worth keeping.' },
  ],
} satisfies MethodText;
