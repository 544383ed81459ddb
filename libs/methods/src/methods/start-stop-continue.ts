import type { MethodContent } from '../method-content.ts';
import cs from './start-stop-continue.cs.ts';
import en from './start-stop-continue.en.ts';
import sk from './start-stop-continue.sk.ts';

export default {
  id: 'start-stop-continue',
  phase: 'reflect',
  iap2: 'involve',
  aims: ['learn'],
  places: ['room', 'online'],
  groupSize: { min: 3, max: 30 },
  minutes: 40,
  boardTemplateId: 'columns-3',
  origin: 'Retrospective practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['start', 'stop', 'continue'] } },
    { minutes: 10, setting: { kind: 'cluster' } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 3 } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['actions'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
