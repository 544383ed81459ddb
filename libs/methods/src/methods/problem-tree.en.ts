import type { MethodText } from '../method-content.ts';

export default {
  name: 'Problem Tree',
  purpose: 'Separate causes from effects before anybody proposes solutions.',
  materials: 'Cards in three colours, large sheet',
  output: 'Causes, effects and a short list of goals',
  notFor: 'Topics where facts are still unknown, or where the group wants to assign blame; collect data or hold a dialogue first.',
  steps: [
    'Agree on one sentence for the core problem and put it on the trunk.',
    'Write causes and keep asking why; place them as roots.',
    'Write effects on people and on the city; place them as branches.',
    'Merge duplicates and draw links.',
    'Turn the main causes into goals worded positively.',
    'Choose the branch the next session will work on.',
  ],
} satisfies MethodText;
