import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Matice přínos – náročnost',
} satisfies PartialMethodText;
