import type { PartialMethodText } from '../method-content.ts';

export default {
  name: '1-2-4-všichni',
} satisfies PartialMethodText;
