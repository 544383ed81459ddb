import type { BoardTemplateContent } from '../method-content.ts';
import cs from './swot-4.cs.ts';
import en from './swot-4.en.ts';
import sk from './swot-4.sk.ts';

export default {
  id: 'swot-4',
  frames: [
    { key: 'strengths', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'weaknesses', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'opportunities', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'threats', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'pairings', column: 2, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
