import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
  purpose: "Bring mixed teams together for one day to design proposals for the city's challenges.",
  materials: 'Challenge briefs with data, tables for teams of four to seven, mentors, jury, published criteria',
  output: 'One canvas, pitch and score sheet per team',
  notFor: 'Cases where the city has no budget, owner or intention to carry any idea on.',
  steps: [
    { title: 'Opening', instruction: 'Opening: challenges, data, rules, criteria and what the city will do with the results.' },
    { title: 'Teams form', instruction: 'Team formation around the challenges; mix residents, experts and officials.' },
    { title: 'Understand the problem', instruction: 'Understand the problem: who has it, evidence, earlier attempts.' },
    { title: 'Generate ideas', instruction: 'Generate ideas and choose one.' },
    { title: 'Lunch', instruction: 'Lunch and informal meeting of teams.' },
    { title: 'Mentors', instruction: 'Mentor rounds: fifteen minutes with four mentors.' },
    { title: 'Team canvas', instruction: 'Fill the canvas: how it works, costs, owners, first step within thirty days.' },
    { title: 'Prepare the pitch', instruction: 'Prepare a three-minute pitch.' },
    { title: 'Pitches', instruction: 'Pitches with short questions.' },
    { title: 'Jury and audience vote', instruction: 'The jury scores with the published rubric; the audience gives a separate vote.' },
    { title: 'Results', instruction: "Results, feedback for every team and the date of the city's answer." },
  ],
} satisfies MethodText;
