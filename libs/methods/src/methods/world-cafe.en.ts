import type { MethodText } from '../method-content.ts';

export default {
  name: 'World Café',
  purpose: 'Let a large group think together in small table talks that build on each other.',
  materials: 'Round tables for four to five people, paper tablecloths, pens, one device per table',
  output: 'Table notes and a list of shared insights',
  notFor: 'Questions whose answer is already fixed, or binding votes; fewer than twelve people.',
  steps: [
    { title: 'Welcome to the café', instruction: 'Welcome people, explain the rounds and introduce the table hosts.' },
    { title: 'Round 1: the first question', instruction: 'Round 1: talk about the first question and write on the tablecloth.' },
    { title: 'Round 2: another table', instruction: 'Round 2: everyone except the host moves; the host sums up for newcomers.' },
    { title: 'Round 3: links between tables', instruction: 'Round 3: move again and look for links between tables.' },
    { title: 'Harvest', instruction: 'Harvest: hosts report, the plenary names patterns and open questions.' },
  ],
} satisfies MethodText;
