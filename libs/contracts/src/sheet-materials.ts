import type { Material } from './run-sheet.ts';
import type { Placed } from './sheet-clock.ts';

export interface MaterialsBlock {
  id: string;
  supplies: readonly Material[];
  equipment: readonly Material[];
}
export interface MaterialRow {
  name: string;
  /** Null: nobody said how many. */
  amount: number | null;
  /** Somebody said how many, and somebody did not. */
  isAtLeast: boolean;
  blockIds: string[];
}

/** Names that differ in capitals or spaces alone are one thing. */
const keyOf = (name: string) => name.toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/**
 * What to bring for all days: supplies add up, of equipment as much as is needed at one time.
 * @param days the blocks of each day with the times they have there
 */
export function materialsOf(days: readonly (readonly { block: MaterialsBlock; placed: Placed }[])[]): { supplies: MaterialRow[]; equipment: MaterialRow[] } {
  const all = days.flat();
  const supplies = rowsOf(all.map(({ block }) => ({ blockId: block.id, things: block.supplies })));
  const equipment = rowsOf(all.map(({ block }) => ({ blockId: block.id, things: block.equipment })));
  for (const row of equipment) {
    if (row.amount === null) continue;
    const key = keyOf(row.name);
    const needed = ({ equipment: things }: MaterialsBlock) => things.reduce((sum, { name, amount }) => sum + (keyOf(name) === key ? (amount ?? 0) : 0), 0);
    const atOnce = days.flatMap((day) =>
      day.map(({ block, placed: at }) =>
        needed(block) + day.reduce((sum, other) => sum + (other.block !== block && other.placed.start <= at.start && at.start < other.placed.end ? needed(other.block) : 0), 0)));
    row.amount = Math.max(...atOnce);
  }
  return { supplies, equipment };
}

function rowsOf(used: readonly { blockId: string; things: readonly Material[] }[]): MaterialRow[] {
  const rows = new Map<string, MaterialRow & { isOpen: boolean }>();
  for (const { blockId, things } of used) {
    for (const { name, amount } of things) {
      const key = keyOf(name);
      const row = rows.get(key) ?? { name, amount: null, isAtLeast: false, isOpen: false, blockIds: [] };
      if (amount === null) row.isOpen = true;
      else row.amount = (row.amount ?? 0) + amount;
      if (row.blockIds.at(-1) !== blockId) row.blockIds.push(blockId);
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ isOpen, ...row }) => ({ ...row, isAtLeast: isOpen && row.amount !== null }));
}
