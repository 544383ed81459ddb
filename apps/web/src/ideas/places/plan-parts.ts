import { isPlanPart, partOf, WHOLE_PLAN, type PlanBox } from '@spolu/contracts/plan-box';

/** Of its picture. */
export const planAddress = (processId: string, fileId: string) => `/api/processes/${processId}/idea-plans/${fileId}`;

/** No part is smaller than this share of the plan: a picture shows no more. */
const CLOSEST = 1 / 16;

const sideOf = ({ left, right }: PlanBox) => right - left;
export const isClosest = (part: PlanBox) => sideOf(part) <= CLOSEST;

function around({ x, y }: { x: number; y: number }, side: number): PlanBox {
  const from = (middle: number) => Math.round(Math.min(1 - side, Math.max(0, middle - side / 2)) * 10_000) / 10_000;
  const [left, top] = [from(x), from(y)];
  return { left, top, right: Math.min(1, left + side), bottom: Math.min(1, top + side) };
}

/** Half as wide and high, with the point in its middle as far as the plan's edges let it. */
export const closerTo = (part: PlanBox, point: { x: number; y: number }): PlanBox => around(point, Math.max(CLOSEST, sideOf(part) / 2));
export const widerThan = (part: PlanBox): PlanBox => around({ x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 }, Math.min(1, sideOf(part) * 2));

/** As an address carries it; the whole plan is not said. */
export const partInWords = ({ left, top, right, bottom }: PlanBox): string => {
  const part = [left, top, right, bottom].map((share) => String(Math.round(share * 10_000) / 10_000)).join();
  return part === '0,0,1,1' ? '' : part;
};
/** What somebody wrote into the address and what is no square part of the plan counts as the whole. */
export function partInAddress(words: string | null): PlanBox {
  if (!words || !isPlanPart(words)) return WHOLE_PLAN;
  const part = partOf(words);
  return Math.abs(sideOf(part) - (part.bottom - part.top)) < 0.001 ? part : WHOLE_PLAN;
}
