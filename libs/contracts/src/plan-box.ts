/** A part of a plan as shares of its width and height; free of the schemas' library, as `plain.ts`. */
export interface PlanBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export const WHOLE_PLAN: PlanBox = { left: 0, top: 0, right: 1, bottom: 1 };

/** Of words that `isPlanPart`. */
export function partOf(part: string): PlanBox {
  const [left = 0, top = 0, right = 0, bottom = 0] = part.split(',').map(Number);
  return { left, top, right, bottom };
}

const PART_MAX_LENGTH = 60;
/** Whether these words are a part of a plan: `left,top,right,bottom`. */
export function isPlanPart(words: string): boolean {
  if (words.length > PART_MAX_LENGTH || !/^(?:(?:0|1|0?\.\d{1,10})(?:,|$)){4}$/.test(words)) return false;
  const { left, top, right, bottom } = partOf(words);
  return left < right && top < bottom;
}
