import type { BoardTemplateContent } from '../method-content.ts';
import cs from './map-pins.cs.ts';
import en from './map-pins.en.ts';
import sk from './map-pins.sk.ts';

export default {
  id: 'map-pins',
  frames: [
    { key: 'map', column: 0, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'legend-of-pin-types', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'comments', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'clusters', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
