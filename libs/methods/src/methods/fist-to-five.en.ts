import type { MethodText } from '../method-content.ts';

export default {
  name: 'Fist to Five',
  purpose: 'Test the level of support for a proposal in a minute and hear concerns.',
  materials: 'Hands or phones',
  output: 'Level of support and list of concerns',
  notFor: 'Decisions that require a legal vote; groups where showing a low number in public is risky, unless done blind.',
  steps: [
    { title: 'The proposal', instruction: 'Read the proposal in its final wording.' },
    { title: 'Show 0 to 5', instruction: 'Everyone shows 0 to 5 at once: 0 blocks, 3 can live with it, 5 will help to lead it.' },
    { title: 'What would have to change', instruction: 'Those with 0 to 2 say what would have to change.' },
    { title: 'Amend or record', instruction: 'Amend and repeat, or record the result.' },
  ],
} satisfies MethodText;
