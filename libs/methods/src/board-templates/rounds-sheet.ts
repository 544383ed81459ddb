import type { BoardTemplateContent } from '../method-content.ts';
import cs from './rounds-sheet.cs.ts';
import en from './rounds-sheet.en.ts';
import sk from './rounds-sheet.sk.ts';

export default {
  id: 'rounds-sheet',
  frames: [
    { key: 'sheet-per-person', layout: 'grid', column: 0, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'best-ideas', column: 2, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
