import type { MethodContent } from '../method-content.ts';
import cs from './pairwise.cs.ts';
import en from './pairwise.en.ts';
import sk from './pairwise.sk.ts';

export default {
  id: 'pairwise',
  phase: 'prioritise',
  iap2: 'consult',
  aims: ['choose'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 200 },
  minutes: 20,
  boardTemplateId: 'pairwise-ballot',
  origin: 'L. L. Thurstone; used in project judging',
  steps: [
    { minutes: 3, setting: { kind: 'information' } },
    { minutes: 12, setting: { kind: 'dot-vote', dots: 5, perOption: 1 }, approximated: true },
    { minutes: 5, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
