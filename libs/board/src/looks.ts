import { FRAME_LAYOUTS, NOTE_COLOURS } from '@spolu/contracts/plain';

/* Everything that can be chosen has a name: screens draw it in their own light or dark tokens and say it in words. */

export const LINE_COLOURS = ['ink', 'grey', 'red', 'orange', 'green', 'blue', 'violet'] as const;
export type LineColour = (typeof LINE_COLOURS)[number];

export const FILLS = ['none', 'white', ...NOTE_COLOURS] as const;
export type Fill = (typeof FILLS)[number];

export const TEXT_SIZES = ['small', 'medium', 'large', 'title'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
/** Letters' height in board units; a note's words are `small`. */
export const FONT_SIZE: Record<TextSize, number> = { small: 16, medium: 24, large: 36, title: 60 };

export const SHAPE_FORMS = ['rectangle', 'rounded', 'ellipse', 'diamond', 'triangle', 'hexagon', 'arrow', 'speech'] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

export const PENS = ['thin', 'medium', 'thick', 'marker'] as const;
export type Pen = (typeof PENS)[number];
/** Width of a stroke in board units. */
export const PEN_WIDTH: Record<Pen, number> = { thin: 2, medium: 4, thick: 8, marker: 20 };

export const CONNECTOR_LINES = ['straight', 'elbow'] as const;
export type ConnectorLine = (typeof CONNECTOR_LINES)[number];
/** At which ends a connector has an arrow. */
export const CONNECTOR_HEADS = ['none', 'end', 'both'] as const;
export type ConnectorHeads = (typeof CONNECTOR_HEADS)[number];

export { FRAME_LAYOUTS };
export type FrameLayout = (typeof FRAME_LAYOUTS)[number];
