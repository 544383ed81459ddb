import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Co – No a co – Co teď',
} satisfies PartialMethodText;
