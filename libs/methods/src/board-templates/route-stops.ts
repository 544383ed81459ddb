import type { BoardTemplateContent } from '../method-content.ts';
import cs from './route-stops.cs.ts';
import en from './route-stops.en.ts';
import sk from './route-stops.sk.ts';

export default {
  id: 'route-stops',
  frames: [
    { key: 'route-map', column: 0, row: 0, columnSpan: 2, rowSpan: 1 },
    { key: 'stop-cards', column: 0, row: 1, columnSpan: 2, rowSpan: 1 },
    { key: 'photos', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'debrief', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
