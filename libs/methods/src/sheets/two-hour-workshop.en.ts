import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Two-hour workshop',
  purpose: 'Two hours after work for 10 to 40 people: what troubles us, what we propose and where to begin.',
  blocks: [
    {
      title: 'Arrival', instruction: 'Scan the code and sit where there is room.',
      purpose: 'To begin on time.', staffNotes: 'Whoever has no phone sits beside the scribe.',
    },
    {
      title: 'Welcome and rules', instruction: 'What we decide today, what becomes of it and who goes on working on it.',
      purpose: 'So that everybody knows what they are here for.', staffNotes: 'Say also what is not decided today.',
    },
    {
      title: 'What troubles us and what we propose', instruction: 'Write in silence, each for yourself: one note, one thought.',
      purpose: 'To hear everybody, not only those who speak first.', staffNotes: 'After two thirds of the time encourage those who have written nothing yet. Then reveal the notes.',
      frames: ['What troubles us', 'What we propose'],
    },
    {
      title: 'What belongs together', instruction: 'Let us read the notes and put together those that speak of the same thing.',
      purpose: 'From a hundred notes to a few topics.', staffNotes: 'A group is named by a whole sentence, not by one word.',
    },
    {
      title: 'Break', instruction: 'We go on in ten minutes.',
      purpose: '', staffNotes: 'Prepare the vote.',
    },
    {
      title: 'Where to begin', instruction: 'You have three dots. Give them to the topics worth beginning with.',
      purpose: 'To learn what matters to most people.', staffNotes: 'Show the result only after the end.',
    },
    {
      title: 'First steps', instruction: 'For the strongest topics let us say who could do what within a month.',
      purpose: 'So that tasks with a name and a date come out of it.', staffNotes: 'Write the tasks straight into the report.',
    },
    {
      title: 'Summary and what comes next', instruction: 'What we agreed on, when the report comes and who answers.',
      purpose: 'So that everybody knows when they will hear the result.', staffNotes: 'Send the summary to the phones before people leave.',
    },
  ],
} satisfies ReadySheetText;
