import type { BoardTemplateContent } from '../method-content.ts';
import cs from './problem-tree.cs.ts';
import en from './problem-tree.en.ts';
import sk from './problem-tree.sk.ts';

export default {
  id: 'problem-tree',
  frames: [
    { key: 'effects', column: 0, row: 0, columnSpan: 2, rowSpan: 1 },
    { key: 'core-problem', column: 0, row: 1, columnSpan: 2, rowSpan: 1 },
    { key: 'causes', column: 0, row: 2, columnSpan: 2, rowSpan: 1 },
    { key: 'goals', column: 2, row: 0, columnSpan: 1, rowSpan: 3 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
