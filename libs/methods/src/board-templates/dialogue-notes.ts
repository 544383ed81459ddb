import type { BoardTemplateContent } from '../method-content.ts';
import cs from './dialogue-notes.cs.ts';
import en from './dialogue-notes.en.ts';
import sk from './dialogue-notes.sk.ts';

export default {
  id: 'dialogue-notes',
  frames: [
    { key: 'agreed-rules', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'what-matters-to-people', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'shared-ground', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'open-differences', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
