import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Projednání výstupů v komisi',
} satisfies PartialMethodText;
