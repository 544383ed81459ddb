import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Route with stops',
  frames: [
    'Route map',
    'Stop cards',
    'Photos',
    'Debrief',
  ],
} satisfies BoardTemplateText;
