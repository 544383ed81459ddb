import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Rychlé seznámení ve dvojicích',
} satisfies PartialMethodText;
