import type { Box } from '../boxes.ts';

/** A form with straight or round edges. Colours are `#rrggbb`; null draws none. */
export interface DrawnBox extends Box {
  kind: 'box';
  radius: number;
  fill: string | null;
  line: string | null;
  lineWidth: number;
}
/** One line of type; `x` and `y` are where its first letter stands. */
export interface DrawnWords {
  kind: 'words';
  x: number;
  y: number;
  /** As wide as it was measured: a reader without our typeface squeezes its own into it. */
  width: number;
  text: string;
  fontSize: number;
  bold: boolean;
  colour: string;
}
/** Any other form, as SVG path data with absolute places. */
export interface DrawnPath {
  kind: 'path';
  path: string;
  fill: string | null;
  line: string | null;
  lineWidth: number;
  /** 1 covers what is below. */
  opacity: number;
}
/** A file that was brought, or an empty box with its words where it can't be had. */
export interface DrawnPicture extends Box {
  kind: 'picture';
  fileId: string;
  alt: string;
}
export type Drawn = DrawnBox | DrawnWords | DrawnPath | DrawnPicture;

/** A board drawn with neither screen nor paper: what to put where, lowest first. Screens, files and paper render the same. */
export interface Drawing extends Box {
  background: string;
  items: Drawn[];
}
