import type { BoardTemplateContent } from '../method-content.ts';
import cs from './dot-ballot.cs.ts';
import en from './dot-ballot.en.ts';
import sk from './dot-ballot.sk.ts';

export default {
  id: 'dot-ballot',
  frames: [
    { key: 'options', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'result', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'why', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
