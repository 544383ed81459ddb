import { COORDINATE_MAX, type Place, type Position, type Size } from './shape.ts';

const whole = (coordinate: number) => Math.max(-COORDINATE_MAX, Math.min(COORDINATE_MAX, Math.round(coordinate)));
/** Whole numbers keep a move under 45 bytes; position and frame are one value so that of two moves one wins whole. */
export const positionValue = ({ x, y, frameId }: Position) => [whole(x), whole(y), frameId] as const;
export const placeValue = ({ x, y }: Place) => [whole(x), whole(y)] as const;
export const sizeValue = ({ width, height }: Size) => [Math.round(width), Math.round(height)] as const;
