import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Brainwriting 6-3-5',
} satisfies PartialMethodText;
