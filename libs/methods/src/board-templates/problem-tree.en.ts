import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Problem tree',
  frames: [
    'Effects (crown)',
    'Core problem (trunk)',
    'Causes (roots)',
    'Goals',
  ],
} satisfies BoardTemplateText;
