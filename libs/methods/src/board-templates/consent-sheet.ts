import type { BoardTemplateContent } from '../method-content.ts';
import cs from './consent-sheet.cs.ts';
import en from './consent-sheet.en.ts';
import sk from './consent-sheet.sk.ts';

export default {
  id: 'consent-sheet',
  frames: [
    { key: 'proposal', column: 0, row: 0, columnSpan: 2, rowSpan: 1 },
    { key: 'questions', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'reactions', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'objections', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'decision-and-review-date', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
