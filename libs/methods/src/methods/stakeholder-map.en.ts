import type { MethodText } from '../method-content.ts';

export default {
  name: 'Stakeholder Map',
  purpose: 'See who is affected, who can influence the matter and whose voice is missing.',
  materials: 'Cards, grid with two axes',
  output: 'Invitation plan with owners',
  notFor: 'Public display when cards judge named private persons; keep such a board internal.',
  steps: [
    { title: 'Topic and its boundary', instruction: 'State the topic and its boundary in one sentence.' },
    { title: 'Actors, silently', instruction: 'List actors silently, one per card: people, groups, offices, firms.' },
    { title: 'Influence and impact', instruction: 'Place cards on the grid by influence and by how strongly the topic affects them.' },
    { title: 'Relations and missing voices', instruction: 'Mark relations, tensions and missing voices.' },
    { title: 'Whom to invite', instruction: 'Agree whom to invite, by whom and through which channel.' },
  ],
} satisfies MethodText;
