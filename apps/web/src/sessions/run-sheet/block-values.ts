import { PLAIN_PLAN, type BlockPlan, type BlockType, type Material } from '@spolu/contracts/run-sheet';
import { clockTime } from '../clock-time.ts';

export const NOBODY = 'nobody';

/** A block's plan as it stands in the form: materials as lines of text. */
export interface PlanValues {
  type: BlockType;
  purpose: string;
  supplies: string;
  equipment: string;
  /** Or {@link NOBODY}. */
  ownerId: string;
  track: number;
  fixedStart: string;
  optional: boolean;
  shortestMinutes: number | null;
}

export const planValues = ({ supplies, equipment, ownerId, fixedStart, ...rest }: BlockPlan = PLAIN_PLAN): PlanValues => ({
  ...rest, supplies: materialLines(supplies), equipment: materialLines(equipment), ownerId: ownerId ?? NOBODY, fixedStart: fixedStart ?? '',
});

export const planInput = ({ supplies, equipment, ownerId, fixedStart, ...rest }: PlanValues): BlockPlan => ({
  ...rest, supplies: materialsIn(supplies), equipment: materialsIn(equipment), ownerId: ownerId === NOBODY ? null : ownerId, fixedStart: clockTime(fixedStart),
});

const materialLines = (materials: readonly Material[]) => materials.map(({ name, amount }) => (amount === null ? name : `${amount} ${name}`)).join('\n');

/** `20 lístkov`, `20 × lístky`, `lístky`: a line is a thing, a number before it how many. */
export function materialsIn(lines: string): Material[] {
  return lines.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, amount, name = ''] = /^(\d{1,4})\s*(?:[x×]\s+|\s)(.+)$/.exec(line) ?? [];
    return amount && Number(amount) > 0 ? { name: name.trim(), amount: Number(amount) } : { name: line, amount: null };
  });
}
