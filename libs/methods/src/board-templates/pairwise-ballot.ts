import type { BoardTemplateContent } from '../method-content.ts';
import cs from './pairwise-ballot.cs.ts';
import en from './pairwise-ballot.en.ts';
import sk from './pairwise-ballot.sk.ts';

export default {
  id: 'pairwise-ballot',
  frames: [
    { key: 'options', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'pairs', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'resulting-order', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
