import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Pěst až pět',
} satisfies PartialMethodText;
