import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Kavárenské stoly',
  frames: [
    'Rám pro každý stůl',
    'Poznámky hostitele stolu',
    'Sběr výsledků',
  ],
} satisfies BoardTemplateText;
