import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Hodnocení porotou podle kritérií',
} satisfies PartialMethodText;
