import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Začít – přestat – pokračovat',
} satisfies PartialMethodText;
