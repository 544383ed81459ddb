import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Jak bychom mohli…',
} satisfies PartialMethodText;
