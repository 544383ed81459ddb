import type { BoardTemplateContent } from '../method-content.ts';
import cs from './stakeholder-grid.cs.ts';
import en from './stakeholder-grid.en.ts';
import sk from './stakeholder-grid.sk.ts';

export default {
  id: 'stakeholder-grid',
  frames: [
    { key: 'actor-list', column: 0, row: 0, columnSpan: 1, rowSpan: 2 },
    { key: 'grid', layout: 'matrix', column: 1, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'missing-voices', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'who-to-invite', column: 3, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
