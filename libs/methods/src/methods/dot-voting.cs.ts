import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Bodové hlasování',
} satisfies PartialMethodText;
