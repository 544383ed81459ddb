import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Shlukování námětů',
} satisfies PartialMethodText;
