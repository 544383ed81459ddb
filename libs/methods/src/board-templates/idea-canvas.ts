import type { BoardTemplateContent } from '../method-content.ts';
import cs from './idea-canvas.cs.ts';
import en from './idea-canvas.en.ts';
import sk from './idea-canvas.sk.ts';

export default {
  id: 'idea-canvas',
  frames: [
    { key: 'challenge-brief', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'who-has-the-problem', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'evidence', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'idea-in-one-sentence', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'how-it-works', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'costs-and-owners', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'first-step-in-30-days', column: 0, row: 2, columnSpan: 1, rowSpan: 1 },
    { key: 'mentor-feedback', column: 1, row: 2, columnSpan: 1, rowSpan: 1 },
    { key: 'pitch', column: 2, row: 2, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
