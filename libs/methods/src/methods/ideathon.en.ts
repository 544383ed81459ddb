import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
  purpose: "Bring mixed teams together for one day to design proposals for the city's challenges.",
  materials: 'Challenge briefs with data, tables for teams of four to seven, mentors, jury, published criteria',
  output: 'One canvas, pitch and score sheet per team',
  notFor: 'Cases where the city has no budget, owner or intention to carry any idea on.',
  steps: [
    'Opening: challenges, data, rules, criteria and what the city will do with the results.',
    'Team formation around the challenges; mix residents, experts and officials.',
    'Understand the problem: who has it, evidence, earlier attempts.',
    'Generate ideas and choose one.',
    'Lunch and informal meeting of teams.',
    'Mentor rounds: fifteen minutes with four mentors.',
    'Fill the canvas: how it works, costs, owners, first step within thirty days.',
    'Prepare a three-minute pitch.',
    'Pitches with short questions.',
    'The jury scores with the published rubric; the audience gives a separate vote.',
    "Results, feedback for every team and the date of the city's answer.",
  ],
} satisfies MethodText;
