import type { MethodContent } from '../method-content.ts';
import cs from './ideathon.cs.ts';
import en from './ideathon.en.ts';
import sk from './ideathon.sk.ts';

export default {
  id: 'ideathon',
  phase: 'ideate',
  iap2: 'collaborate',
  aims: ['ideas', 'shape'],
  places: ['room', 'online'],
  groupSize: { min: 15, max: 100 },
  minutes: 480,
  boardTemplateId: 'idea-canvas',
  origin: 'Hackathon and innovation challenge practice',
  steps: [
    { minutes: 45, setting: { kind: 'information' } },
    { minutes: 30, setting: { kind: 'information' } },
    { minutes: 60, setting: { kind: 'brainstorm', mode: 'open', frames: ['who-has-the-problem', 'evidence'] } },
    { minutes: 60, setting: { kind: 'brainstorm', mode: 'open', frames: ['idea-in-one-sentence'] } },
    { minutes: 45, setting: { kind: 'information' } },
    { minutes: 60, setting: { kind: 'brainstorm', mode: 'open', frames: ['mentor-feedback'] } },
    { minutes: 75, setting: { kind: 'brainstorm', mode: 'open', frames: ['how-it-works', 'costs-and-owners', 'first-step-in-30-days'] } },
    { minutes: 30, setting: { kind: 'information' } },
    { minutes: 45, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'dot-vote', dots: 3 } },
    { minutes: 10, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
