import type { ConnectorHeads, ConnectorLine, Fill, LineColour, Pen, ShapeForm, TextSize } from '@spolu/board/looks';

/** What the pointer does on the board. */
export type Tool = 'select' | 'box' | 'text' | 'shape' | 'connector' | 'pen' | 'pin';

/** How the next drawing will look: as the last one did. */
export interface Look {
  colour: LineColour;
  fill: Fill;
  form: ShapeForm;
  textSize: TextSize;
  line: ConnectorLine;
  heads: ConnectorHeads;
  pen: Pen;
}
export const FIRST_LOOK: Look = { colour: 'ink', fill: 'white', form: 'rounded', textSize: 'large', line: 'straight', heads: 'end', pen: 'medium' };
