import type { MethodText } from '../method-content.ts';

export default {
  name: 'Impromptu Networking',
  purpose: 'Get everybody talking within minutes and learn what people bring and expect.',
  materials: 'Bell, two questions on the screen, free floor space',
  output: 'Wall of expectations grouped by theme',
  notFor: 'Loud rooms with people who cannot stand or hear well, unless quiet seated pairs are offered; groups that already know each other.',
  steps: [
    { title: 'Two questions', instruction: 'Show one question about the challenge and one about what people hope to get and to give.' },
    { title: 'Round 1: somebody you do not know', instruction: 'Round 1: find somebody you do not know; about two minutes each.' },
    { title: 'Round 2: another partner', instruction: 'Round 2 with a new partner.' },
    { title: 'Round 3: what repeats', instruction: 'Round 3 with a new partner; notice what repeats.' },
    { title: 'One expectation as a card', instruction: 'Everyone sends one expectation as a card from a phone or on paper.' },
  ],
} satisfies MethodText;
