import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
} satisfies PartialMethodText;
