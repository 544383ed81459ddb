import type { BoardTemplateContent } from '../method-content.ts';
import cs from './reflect-3.cs.ts';
import en from './reflect-3.en.ts';
import sk from './reflect-3.sk.ts';

export default {
  id: 'reflect-3',
  frames: [
    { key: 'what-happened', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'so-what', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'now-what', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
