import type { MethodContent } from '../method-content.ts';
import cs from './nominal-group.cs.ts';
import en from './nominal-group.en.ts';
import sk from './nominal-group.sk.ts';

export default {
  id: 'nominal-group',
  phase: 'prioritise',
  iap2: 'involve',
  aims: ['ideas', 'choose'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 36 },
  minutes: 75,
  boardTemplateId: 'ranked-list',
  origin: 'A. Delbecq, A. Van de Ven',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['silent-ideas'] } },
    { minutes: 25, setting: { kind: 'brainstorm', mode: 'open', frames: ['common-list'] } },
    { minutes: 20, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'dot-vote', dots: 5, perOption: 1 }, approximated: true },
    { minutes: 5, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
