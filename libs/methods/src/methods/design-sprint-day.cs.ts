import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Jednodenní designový sprint',
} satisfies PartialMethodText;
