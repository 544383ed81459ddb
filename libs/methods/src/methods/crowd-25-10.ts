import type { MethodContent } from '../method-content.ts';
import cs from './crowd-25-10.cs.ts';
import en from './crowd-25-10.en.ts';
import sk from './crowd-25-10.sk.ts';

export default {
  id: 'crowd-25-10',
  phase: 'prioritise',
  iap2: 'involve',
  aims: ['ideas', 'choose'],
  places: ['room'],
  groupSize: { min: 12, max: 200 },
  minutes: 30,
  boardTemplateId: 'score-cards',
  origin: 'Liberating Structures (H. Lipmanowicz, K. McCandless)',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'anonymous', frames: ['cards'] } },
    { minutes: 15, setting: { kind: 'dot-vote', dots: 5, perOption: 1 }, approximated: true },
    { minutes: 5, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
