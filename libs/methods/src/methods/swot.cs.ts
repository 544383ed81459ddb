import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'SWOT analýza',
} satisfies PartialMethodText;
