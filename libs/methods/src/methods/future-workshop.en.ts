import type { MethodText } from '../method-content.ts';

export default {
  name: 'Future Workshop',
  purpose: 'Move from criticism through a free vision to practical steps.',
  materials: 'Three walls, drawing material, break in the middle',
  output: 'Vision and a plan of who does what by when',
  notFor: 'Short evening meetings; topics where the city cannot promise any realisation.',
  steps: [
    { title: 'Topic, rules, phases', instruction: 'Introduce the topic, the rules and the three phases.' },
    { title: 'Critique', instruction: 'Critique: collect what bothers us, group it and choose the main points.' },
    { title: 'Vision', instruction: 'Vision: turn the criticism around and design an ideal state, ignoring obstacles.' },
    { title: 'Realisation', instruction: 'Realisation: check what can be done, by whom, with what first step.' },
    { title: 'Commitments', instruction: 'Close with commitments and a date to check them.' },
  ],
} satisfies MethodText;
