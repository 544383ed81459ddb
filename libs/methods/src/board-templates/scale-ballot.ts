import type { BoardTemplateContent } from '../method-content.ts';
import cs from './scale-ballot.cs.ts';
import en from './scale-ballot.en.ts';
import sk from './scale-ballot.sk.ts';

export default {
  id: 'scale-ballot',
  frames: [
    { key: 'proposal-text', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'scale', layout: 'lanes', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'concerns', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'amended-proposal', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
