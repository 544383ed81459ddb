import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Pocitová mapa',
} satisfies PartialMethodText;
