import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Otevřený prostor (Open Space)',
} satisfies PartialMethodText;
