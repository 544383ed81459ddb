import type { PartialMethodText } from '../method-content.ts';

export default {
  name: '25/10 – výběr nejsilnějších nápadů',
} satisfies PartialMethodText;
