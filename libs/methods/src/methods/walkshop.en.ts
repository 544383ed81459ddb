import type { MethodText } from '../method-content.ts';

export default {
  name: 'Walkshop',
  purpose: 'Look at a place together and note what a map does not show.',
  materials: 'Route with stops, phones or paper cards, camera, water, barrier-free route',
  output: 'Cards and photos tied to places',
  notFor: 'Bad weather without an indoor plan; routes that some participants cannot walk or ride.',
  steps: [
    { title: 'Meeting point', instruction: 'Meet, explain the route, roles and safety.' },
    { title: 'The walk', instruction: 'Walk about seven stops; at each one look in silence, talk and send a card with a photo.' },
    { title: 'Group what we saw', instruction: 'Debrief at a table: group the cards by stop and by theme.' },
    { title: 'What goes into the report', instruction: 'Agree on what goes into the report.' },
  ],
} satisfies MethodText;
