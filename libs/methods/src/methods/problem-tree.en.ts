import type { MethodText } from '../method-content.ts';

export default {
  name: 'Problem Tree',
  purpose: 'Separate causes from effects before anybody proposes solutions.',
  materials: 'Cards in three colours, large sheet',
  output: 'Causes, effects and a short list of goals',
  notFor: 'Topics where facts are still unknown, or where the group wants to assign blame; collect data or hold a dialogue first.',
  steps: [
    { title: 'The core problem', instruction: 'Agree on one sentence for the core problem and put it on the trunk.' },
    { title: 'Causes', instruction: 'Write causes and keep asking why; place them as roots.' },
    { title: 'Effects', instruction: 'Write effects on people and on the city; place them as branches.' },
    { title: 'Merge and link', instruction: 'Merge duplicates and draw links.' },
    { title: 'From causes to goals', instruction: 'Turn the main causes into goals worded positively.' },
    { title: 'Where to go on', instruction: 'Choose the branch the next session will work on.' },
  ],
} satisfies MethodText;
