import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Rebrík 1-2-4-všetci',
  frames: [
    'Vlastné poznámky (skryté)',
    'Dvojice',
    'Štvorice',
    'Plénum',
  ],
} satisfies BoardTemplateText;
