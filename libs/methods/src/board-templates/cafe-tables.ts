import type { BoardTemplateContent } from '../method-content.ts';
import cs from './cafe-tables.cs.ts';
import en from './cafe-tables.en.ts';
import sk from './cafe-tables.sk.ts';

export default {
  id: 'cafe-tables',
  frames: [
    { key: 'one-frame-per-table', column: 0, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'table-host-notes', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'harvest', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
