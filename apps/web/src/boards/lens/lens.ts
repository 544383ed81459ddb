import type { BoardIndex } from '@spolu/board/board-index';
import { byOrder, type Note } from '@spolu/board/shape';
import type { NoteColour } from '@spolu/contracts/boards';
import type { Sector } from '@spolu/contracts/common';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { categoriesOf } from '../find-things.ts';
import { asItIs, type LookOf } from '../scene/note-look.ts';

export const DIMENSIONS = ['author', 'sector', 'category', 'cluster'] as const;
/** By what notes are told apart. */
export type Dimension = (typeof DIMENSIONS)[number];

/** What one viewer looks for and how it is coloured for her alone. */
export interface Lens {
  /** Of this dimension these groups; none of them: everything. */
  by: Dimension | null;
  only: ReadonlySet<string>;
  colourBy: Dimension | null;
}
export const NO_LENS: Lens = { by: null, only: new Set(), colourBy: null };

/** Those of whom the viewer may know which notes are theirs. */
export interface NoteAuthors {
  people: readonly { participantId: string; name: string; sector: Sector | null }[];
  sectors: Readonly<Record<Sector, string>>;
}
/** What the viewer knows of who wrote what. Where it is null nobody is told apart: the board is anonymous now. */
export interface Knowing {
  /** Participant of the viewer. */
  me: string | null;
  /** Left out for whoever knows only which notes are her own. */
  authors?: NoteAuthors | undefined;
}

/** Notes that belong together. The key '' is of those that belong to no group. */
export interface Group {
  key: string;
  name: string;
  colour: NoteColour | 'none';
  sign: string;
}
export interface GroupWords {
  none: Readonly<Record<Dimension, string>>;
  mine: string;
  others: string;
  unnamed: string;
  outside: string;
}

const MINE = 'mine';
const SECTOR_ORDER: readonly Sector[] = ['residents', 'public', 'business', 'ngo', 'academia'];

/** Of which group of a dimension a note is. */
export function keyOf(index: BoardIndex, knowing: Knowing | null, by: Dimension): (note: Note) => string {
  if (by === 'category') return ({ category }) => category ?? '';
  if (by === 'cluster') return ({ clusterId }) => (clusterId !== null && index.cluster(clusterId) ? clusterId : '');
  if (!knowing) return () => '';
  const { me, authors } = knowing;
  if (!authors) return ({ participantId }) => (by === 'author' && me !== null && participantId === me ? MINE : '');
  const known = new Map(authors.people.map(({ participantId, sector }) => [participantId, by === 'author' ? participantId : (sector ?? '')]));
  return ({ participantId }) => known.get(participantId ?? '') ?? '';
}

/** The groups of a dimension that have notes, each with a colour and a number of its own as long as there are colours; at last what belongs to none. */
export function groupsOf(index: BoardIndex, knowing: Knowing | null, by: Dimension, words: GroupWords): Group[] {
  const keys = new Set([...index.notes.values()].map(keyOf(index, knowing, by)));
  const named = namedOf(index, knowing, by, words).filter(({ key }) => keys.has(key));
  const groups = named.map(({ key, name }, i): Group => ({ key, name, colour: NOTE_COLOURS[i % NOTE_COLOURS.length] ?? 'none', sign: `${i + 1}` }));
  if (named.length === 0 || !keys.has('')) return groups;
  return [...groups, { key: '', name: by === 'author' && !knowing?.authors ? words.others : words.none[by], colour: 'none', sign: '–' }];
}

function namedOf(index: BoardIndex, knowing: Knowing | null, by: Dimension, words: GroupWords): { key: string; name: string }[] {
  switch (by) {
    case 'category': return categoriesOf(index).map((category) => ({ key: category, name: category }));
    case 'cluster': return [...index.clusters.values()].sort(byOrder).map(({ id, title }) => ({ key: id, name: title || words.unnamed }));
    case 'sector': return SECTOR_ORDER.map((sector) => ({ key: sector, name: knowing?.authors?.sectors[sector] ?? '' }));
    case 'author': return knowing?.authors?.people.map(({ participantId, name }) => ({ key: participantId, name })) ?? [{ key: MINE, name: words.mine }];
  }
}

/** What of a lens counts for somebody who knows only this of who wrote what. */
export function usable(lens: Lens, knowing: Knowing | null): Lens {
  const may = (by: Dimension | null) => by !== null && dimensionsFor(knowing).includes(by);
  const { by, only } = may(lens.by) ? lens : NO_LENS;
  return { by, only, colourBy: may(lens.colourBy) ? lens.colourBy : null };
}
export function dimensionsFor(knowing: Knowing | null): Dimension[] {
  const mayAuthor = knowing !== null && (knowing.authors !== undefined || knowing.me !== null);
  return DIMENSIONS.filter((by) => (by === 'author' ? mayAuthor : by !== 'sector' || knowing?.authors !== undefined));
}

export const sameAuthors = (one: NoteAuthors | undefined, other: NoteAuthors | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other));
export const sameGroups = (one: readonly Group[], other: readonly Group[]): boolean =>
  one.length === other.length && one.every(({ key, name, sign }, i) => key === other[i]?.key && name === other[i]?.name && sign === other[i]?.sign);

/** Whether a note is what the viewer looks for; undefined where everything is. */
export function isMeant(index: BoardIndex, knowing: Knowing | null, { by, only }: Lens): ((note: Note) => boolean) | undefined {
  if (by === null || only.size === 0) return undefined;
  const key = keyOf(index, knowing, by);
  return (note) => only.has(key(note));
}

/** How many notes each group has, and how many there are of those looked for. */
export function counted(index: BoardIndex, key: (note: Note) => string, meant: ((note: Note) => boolean) | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const note of index.notes.values()) if (meant?.(note) !== false) counts.set(key(note), (counts.get(key(note)) ?? 0) + 1);
  return counts;
}

/** @param groups of the dimension by which is coloured */
export function looksThrough(index: BoardIndex, knowing: Knowing | null, lens: Lens, groups: readonly Group[], words: Pick<GroupWords, 'outside'>): LookOf {
  const meant = isMeant(index, knowing, lens);
  if (!meant && lens.colourBy === null) return asItIs;
  const key = lens.colourBy && keyOf(index, knowing, lens.colourBy);
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return (note) => {
    const group = key && byKey.get(key(note));
    const dimmed = meant?.(note) === false;
    return {
      colour: key ? (group?.colour ?? 'none') : note.colour,
      sign: group?.sign ?? '',
      dimmed,
      said: [group?.name, dimmed && words.outside].filter(Boolean).join(', '),
    };
  };
}

/** The part of an address after `#`: it never reaches a server. Empty for no lens. */
export function toHash({ by, only, colourBy }: Lens): string {
  const query = new URLSearchParams();
  if (by !== null && only.size > 0) {
    query.set('filter', by);
    for (const key of only) query.append('only', key);
  }
  if (colourBy !== null) query.set('colour', colourBy);
  return `${query}`;
}
export function fromHash(hash: string): Lens {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const dimension = (name: string | null) => DIMENSIONS.find((one) => one === name) ?? null;
  const by = dimension(query.get('filter'));
  return { by, only: new Set(by === null ? [] : query.getAll('only')), colourBy: dimension(query.get('colour')) };
}
