import type { MethodContent } from '../method-content.ts';
import cs from './dot-voting.cs.ts';
import en from './dot-voting.en.ts';
import sk from './dot-voting.sk.ts';

export default {
  id: 'dot-voting',
  phase: 'prioritise',
  iap2: 'involve',
  aims: ['choose'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 300 },
  minutes: 15,
  boardTemplateId: 'dot-ballot',
  origin: 'Facilitation practice; a form of cumulative voting',
  steps: [
    { minutes: 3, setting: { kind: 'information' } },
    { minutes: 4, setting: { kind: 'information' } },
    { minutes: 3, setting: { kind: 'dot-vote', dots: 3 } },
    { minutes: 5, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
