import { USUAL_FIELDS } from '../canvas-fields.ts';
import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'One-day ideathon',
  purpose: 'Eight hours for 20 to 180 people in teams: from the city\'s challenge to ideas that the hall chooses itself.',
  blocks: [
    {
      title: 'Arrival and breakfast', instruction: 'Scan the code and get to know one another.',
      purpose: 'So that teams know one another before they form.', staffNotes: 'Introduce the mentors at the door.',
    },
    {
      title: 'Welcome and the day ahead', instruction: 'What the challenge is, what happens today and what the city does with the ideas.',
      purpose: 'So that everybody knows what they are here for.', staffNotes: 'Say who decides on the ideas, and when.',
    },
    {
      title: 'The challenge from close by', instruction: 'In short from people whom it concerns. Ask them.',
      purpose: 'So that teams work on a real problem.', staffNotes: 'Two guests of ten minutes each, then questions.',
    },
    {
      title: 'Break', instruction: 'We form teams in a quarter of an hour.',
      purpose: '', staffNotes: 'Set up the teams\' tables.',
    },
    {
      title: 'Teams, ideas and pitches', instruction: 'Form a team, fill in the idea canvas and present it. Lunch is while teams work.',
      purpose: 'A thought-out idea from each team.', staffNotes: 'Adapt the challenge and the canvas before the session. Add a jury if you have one.',
      ideathon: {
        challenge: 'How might we together …?', brief: 'Fill in the city\'s challenge: what is to change, for whom, and what the city knows and has already.',
        goodProposal: ['It can begin within half a year', 'It is clear whom it helps', 'It is known what it costs, roughly'], fields: USUAL_FIELDS.en,
      },
    },
    {
      title: 'Break', instruction: 'We announce the results in a quarter of an hour.',
      purpose: '', staffNotes: 'Prepare prizes and feedback.',
    },
    {
      title: 'Results and what comes next', instruction: 'How the hall voted, and who gets in touch about which idea.',
      purpose: 'So that ideas do not end with this day.', staffNotes: 'Each team gets the name of a person at the office.',
    },
  ],
} satisfies ReadySheetText;
