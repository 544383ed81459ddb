import type { Note } from '@spolu/board/shape';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { LookOf } from '../scene/note-look.ts';
import type { BoardCopy } from '../work-copy.ts';
import { groupsOf, isMeant, looksThrough, sameAuthors, sameGroups, usable, type Group, type GroupWords, type Knowing, type Lens, type NoteAuthors } from './lens.ts';
import type { LensState } from './lens-state.ts';

/** The board as one viewer sees it now. */
export interface SeenThrough {
  /** What she asked for. */
  asked: Lens;
  /** What of it counts: of authors only what she may know here. */
  lens: Lens;
  knowing: Knowing | null;
  words: GroupWords;
  look: LookOf;
  /** Left out while everything is shown. */
  meant: ((note: Note) => boolean) | undefined;
  /** The groups by which is coloured. */
  groups: readonly Group[];
}

/** Groups and numbers need not follow each change of a busy board. */
const FOLLOW_MS = 400;
const NO_GROUPS: readonly Group[] = [];

/** @param anonymous nobody is told apart, whatever the board still knows of earlier */
export function useLens(copy: BoardCopy, state: LensState, participantId: string | null, anonymous: boolean, authors: NoteAuthors | undefined): SeenThrough {
  const words = useGroupWords();
  const { index } = copy;
  const asked = useSyncExternalStore(state.subscribe, state.read);
  useSlowVersion(copy, asked.by !== null || asked.colourBy !== null);
  const told = useSame(authors, sameAuthors);
  const knowing = useMemo(() => (anonymous ? null : { me: participantId, authors: told }), [anonymous, participantId, told]);
  const lens = useMemo(() => usable(asked, knowing), [asked, knowing]);
  const groups = useSame(lens.colourBy === null ? NO_GROUPS : groupsOf(index, knowing, lens.colourBy, words), sameGroups);
  const meant = useMemo(() => isMeant(index, knowing, lens), [index, knowing, lens]);
  const look = useMemo(() => looksThrough(index, knowing, lens, groups, words), [index, knowing, lens, groups, words]);
  return { asked, lens, knowing, words, look, meant, groups };
}

/** Renders again some time after the board has changed, at most a few times a second. */
export function useSlowVersion({ index }: BoardCopy, isOn = true): number {
  const subscribe = useCallback((changed: () => void) => (isOn ? index.onChange(changed, (run) => setTimeout(run, FOLLOW_MS)) : () => undefined), [index, isOn]);
  return useSyncExternalStore(subscribe, () => index.version);
}

/** The earlier value as long as the new one says the same. */
function useSame<T>(value: T, same: (one: T, other: T) => boolean): T {
  const [kept, keep] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  keep(value);
  return value;
}

function useGroupWords(): GroupWords {
  const t = useText('boards');
  return useMemo(
    () => ({
      none: { author: t('lens.none.author'), sector: t('lens.none.sector'), category: t('lens.none.category'), cluster: t('cluster.none') },
      mine: t('lens.mine'),
      others: t('lens.others'),
      unnamed: t('cluster.unnamed'),
      outside: t('lens.outside'),
    }),
    [t],
  );
}
