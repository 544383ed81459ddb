import type { BoardTemplateContent } from '../method-content.ts';
import cs from './three-phases.cs.ts';
import en from './three-phases.en.ts';
import sk from './three-phases.sk.ts';

export default {
  id: 'three-phases',
  frames: [
    { key: 'critique', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'vision', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'realisation', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'who-does-what-by-when', layout: 'lanes', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
