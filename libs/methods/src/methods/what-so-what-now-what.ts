import type { MethodContent } from '../method-content.ts';
import cs from './what-so-what-now-what.cs.ts';
import en from './what-so-what-now-what.en.ts';
import sk from './what-so-what-now-what.sk.ts';

export default {
  id: 'what-so-what-now-what',
  phase: 'reflect',
  iap2: 'involve',
  aims: ['learn'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 200 },
  minutes: 45,
  boardTemplateId: 'reflect-3',
  origin: 'Liberating Structures; earlier reflective model by T. Borton',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['what-happened'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['so-what'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['now-what'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['now-what'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
