import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Half-day dialogue',
  purpose: 'Four hours for 20 to 60 people with different interests: to understand one another before anything is decided.',
  blocks: [
    {
      title: 'Arrival and registration', instruction: 'Scan the code, take a name badge and sit down.',
      purpose: 'To begin on time.', staffNotes: 'Two people at the door.',
    },
    {
      title: 'Welcome and rules of talk', instruction: 'We speak one after another, for ourselves and to the matter. What is said belongs to all of us.',
      purpose: 'A safe beginning.', staffNotes: 'Leave the rules on the screen.',
    },
    {
      title: 'What we know and what we fear', instruction: 'Write without a name. Nobody will learn who wrote what.',
      purpose: 'To bring to the table what is not said aloud.', staffNotes: 'Read the notes aloud and without judging.',
      frames: ['What we know', 'What we fear', 'What we would wish'],
    },
    {
      title: 'Break', instruction: 'We go on in a quarter of an hour.',
      purpose: '', staffNotes: 'Prepare the tables and their hosts.',
    },
    {
      title: 'Talk at tables', instruction: 'What do we have in common? Where do we differ, and why?',
      purpose: 'A talk between people who do not meet otherwise.', staffNotes: 'Tables are mixed by sector. The host writes down also what the table did not agree on.',
      frames: ['What we agree on', 'Where we differ'],
    },
    {
      title: 'Break', instruction: 'We go on in a quarter of an hour.',
      purpose: '', staffNotes: 'Bring the tables\' boards together.',
    },
    {
      title: 'What comes up again', instruction: 'Let us read what the tables said and put together what speaks of the same thing.',
      purpose: 'Common topics and open questions.', staffNotes: 'Let differences be seen, do not look for agreement at any price.',
    },
    {
      title: 'Questions to the city', instruction: 'Ask. What interests more people comes first.',
      purpose: 'So that no question stays without an answer.', staffNotes: 'What can\'t be answered now is written down with a date.',
    },
    {
      title: 'What matters most', instruction: 'You have five dots, at most two for one topic.',
      purpose: 'To learn what to go on with.', staffNotes: 'It is no decision but a picture of the hall. Say so.',
    },
    {
      title: 'Is this what we meant?', instruction: 'We read the summary and ask what it misses.',
      purpose: 'So that nobody leaves feeling unheard.', staffNotes: 'Send the summary to the phones and wait for the answers.',
    },
  ],
} satisfies ReadySheetText;
