import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Dílna budoucnosti',
} satisfies PartialMethodText;
