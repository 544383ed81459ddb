import type { MethodText } from '../method-content.ts';

export default {
  name: 'How Might We',
  purpose: 'Turn complaints and findings into open questions that invite ideas.',
  materials: 'Cards, findings from earlier steps',
  output: 'One to three challenge questions',
  notFor: 'Problems with a legally fixed answer; do not invite ideas where there is nothing to influence.',
  steps: [
    { title: 'What we found out', instruction: 'Read the findings aloud or from the screen.' },
    { title: 'Questions, silently', instruction: 'Write questions silently, each starting with How might we.' },
    { title: 'Group the questions', instruction: 'Group similar questions and widen or narrow those that are too tight or too vague.' },
    { title: 'Choose the questions', instruction: 'Choose one to three questions with dots.' },
  ],
} satisfies MethodText;
