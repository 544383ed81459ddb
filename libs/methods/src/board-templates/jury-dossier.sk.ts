import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Spis občianskej poroty',
  frames: [
    'Otázka pre porotu',
    'Podklady',
    'Otázky na odborníkov',
    'Argumenty',
    'Odporúčania',
    'Odpoveď mesta',
  ],
} satisfies BoardTemplateText;
