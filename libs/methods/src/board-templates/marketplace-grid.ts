import type { BoardTemplateContent } from '../method-content.ts';
import cs from './marketplace-grid.cs.ts';
import en from './marketplace-grid.en.ts';
import sk from './marketplace-grid.sk.ts';

export default {
  id: 'marketplace-grid',
  frames: [
    { key: 'topics', column: 0, row: 0, columnSpan: 1, rowSpan: 2 },
    { key: 'time-by-place-grid', layout: 'grid', column: 1, row: 0, columnSpan: 2, rowSpan: 1 },
    { key: 'session-reports', column: 1, row: 1, columnSpan: 2, rowSpan: 1 },
    { key: 'next-steps', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
