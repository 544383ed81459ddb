import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Lean Coffee – rozhovor bez pevného programu',
} satisfies PartialMethodText;
