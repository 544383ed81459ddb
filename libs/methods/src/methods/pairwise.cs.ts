import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Párové porovnávání',
} satisfies PartialMethodText;
