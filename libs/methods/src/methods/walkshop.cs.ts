import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Participativní procházka',
} satisfies PartialMethodText;
