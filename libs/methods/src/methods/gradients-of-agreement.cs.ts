import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Škála souhlasu',
} satisfies PartialMethodText;
