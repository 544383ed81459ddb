import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Dialogový kruh',
} satisfies PartialMethodText;
