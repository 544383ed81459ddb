import type { HistoryAct, HistoryKind } from '@spolu/contracts/boards';
import type { BoardPast, PastItem } from '@spolu/board/past';

/** What one entry of the log did to one thing. */
export interface Doing {
  item: PastItem;
  entry: number;
  act: HistoryAct;
  author: string | null;
}
/** The same done to some things within some minutes by one. */
export interface DoingGroup {
  act: HistoryAct;
  kind: HistoryKind;
  author: string | null;
  items: Map<string, PastItem>;
  /** The last entry of it, and when that was. */
  entry: number;
  at: number;
}

const TOGETHER_MS = 120_000;

export const historyKind = ({ kind }: PastItem): HistoryKind => (kind === 'note' || kind === 'frame' || kind === 'cluster' ? kind : 'other');

function actOf(item: PastItem, field: string, entry: number): HistoryAct {
  if (entry === item.added) return 'added';
  if (item.isText(field) || field === 'title') return 'written';
  switch (field) {
    case 'p': return 'moved';
    case 'clusterId': return 'grouped';
    case 'removed': {
      const removed = item.valueAt('removed', entry);
      return removed === null || removed === false ? 'brought-back' : 'removed';
    }
    default: return 'changed';
  }
}

/**
 * Who wrote this into the log. What a phone sends comes by command and stands there in nobody's name; a note itself says whose it is, unless it was written
 * anonymously.
 */
export function authorOf(past: BoardPast, item: PastItem, field: string, entry: number): string | null {
  const { author } = past.entry(entry);
  if (author !== null || item.kind !== 'note') return author;
  const byAuthor = entry === item.added || item.isText(field) || (field === 'removed' && item.valueAt('removed', entry) === 'author');
  const owner = byAuthor ? item.valueAt('participantId', entry) : null;
  return typeof owner === 'string' ? owner : null;
}

/** All that ever happened to one thing, each act of an entry once. */
export function doingsOf(past: BoardPast, item: PastItem): Doing[] {
  const doings = new Map<string, Doing>();
  const add = (field: string, entry: number) => {
    const act = actOf(item, field, entry);
    doings.set(`${entry} ${act}`, { item, entry, act, author: authorOf(past, item, field, entry) });
  };
  add('removed', item.added);
  for (const field of item.fields) for (const entry of item.touches(field)) if (entry > item.added) add(field, entry);
  return [...doings.values()];
}

/** Puts together what one did within some minutes; the newest first. */
export function groupsOf(past: BoardPast, doings: readonly Doing[]): DoingGroup[] {
  const groups: DoingGroup[] = [];
  const open = new Map<string, DoingGroup>();
  for (const { item, entry, act, author } of [...doings].sort((a, b) => a.entry - b.entry)) {
    const kind = historyKind(item);
    const key = `${act} ${kind} ${author ?? ''}`;
    const { at } = past.entry(entry);
    let group = open.get(key);
    if (!group || at - group.at > TOGETHER_MS) {
      group = { act, kind, author, items: new Map(), entry, at };
      open.set(key, group);
      groups.push(group);
    }
    group.items.set(item.id, item);
    group.entry = entry;
    group.at = at;
  }
  return groups.sort((a, b) => b.entry - a.entry);
}
