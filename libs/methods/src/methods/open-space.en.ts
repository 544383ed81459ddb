import type { MethodText } from '../method-content.ts';

export default {
  name: 'Open Space',
  purpose: 'Let participants set the agenda themselves around a broad and urgent question.',
  materials: 'Circle of chairs, wall for the agenda, break-out places, note sheet per group',
  output: 'Report from every group with named follow-ups',
  notFor: "Organisers who need one given answer or cannot accept the participants' agenda.",
  steps: [
    { title: 'Opening circle', instruction: 'Open in a circle: the question, the four principles and the freedom to move between groups.' },
    { title: 'Marketplace of topics', instruction: 'Marketplace: whoever cares about a topic names it, takes a time and a place, and becomes its convener.' },
    { title: 'First block of groups', instruction: 'First block of parallel groups; conveners write a report.' },
    { title: 'Second block of groups', instruction: 'Second block of parallel groups.' },
    { title: 'From talk to proposals', instruction: 'Third block: groups turn talk into proposals.' },
    { title: 'Closing circle', instruction: 'Closing circle: reports, next steps and names.' },
  ],
} satisfies MethodText;
