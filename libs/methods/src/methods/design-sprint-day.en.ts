import type { MethodText } from '../method-content.ts';

export default {
  name: 'One-day Civic Design Sprint',
  purpose: 'Go from a question to a tested paper prototype in one day.',
  materials: 'Teams of up to seven, paper, scissors, two or three residents for the test',
  output: 'Tested prototype with notes',
  notFor: 'Value conflicts about whether to act at all; a sprint answers how, not whether.',
  steps: [
    { title: 'Long-term goal', instruction: 'Set the long-term goal and the questions that worry you most.' },
    { title: 'Ask the experts', instruction: 'Short expert talks; everyone notes questions starting with How might we.' },
    { title: 'A resident’s path', instruction: 'Draw the path of a resident through the service and choose the target point.' },
    { title: 'Sketch alone', instruction: 'Sketch alone: notes, eight quick sketches, one detailed unsigned solution.' },
    { title: 'Decide', instruction: "Decide: silent reading with dots, short critique, the decider's choice." },
    { title: 'Prototype', instruction: 'Build a paper prototype or a storyboard.' },
    { title: 'Test with residents', instruction: 'Test with two or three residents and write down what they do.' },
    { title: 'Keep, change, drop', instruction: 'Sum up what to keep, change and drop.' },
  ],
} satisfies MethodText;
