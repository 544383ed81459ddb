import type { BoardTemplateContent } from '../method-content.ts';
import cs from './ranked-list.cs.ts';
import en from './ranked-list.en.ts';
import sk from './ranked-list.sk.ts';

export default {
  id: 'ranked-list',
  frames: [
    { key: 'silent-ideas', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'common-list', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'clarifications', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'ranking-result', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
