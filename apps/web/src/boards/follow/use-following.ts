import type { BoardPerson } from '@spolu/contracts/boards';
import { SPOTLIGHT_SLOT } from '@spolu/realtime/presence-frames';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardConnection } from '../board-connection.ts';
import type { Plane } from '../board-plane.tsx';
import type { WorkSnapshot } from '../work-copy.ts';
import { shownFrame } from './shown-frame.ts';
import { ViewFollower } from './view-follower.ts';

/** Who leads this screen now, and what she shows. */
export interface Leader {
  kind: 'person' | 'spotlight';
  slot: number;
  name: string;
}
export interface Following {
  leader: Leader | null;
  /** In words, which part of the board the leader sees; empty as long as it is not known. */
  where: string;
  /** Somebody shows everybody her view, and this person has gone her own way. */
  waiting: Leader | null;
  /** It is this person who shows hers. */
  presents: boolean;
  follow: (slot: number) => void;
  /** Her own way again. */
  stop: () => void;
  comeBack: () => void;
}

/** What is said of another's way is said this often at most. */
const SAID_EVERY_MS = 5_000;

/** Leads this screen after somebody, and sends others this one's view while they want it. */
export function useFollowing(connection: BoardConnection, snapshot: WorkSnapshot, plane: Plane | null, nameOf: (person: BoardPerson) => string, say: (text: string) => void): Following {
  const t = useText('boards');
  const { link, copy } = snapshot;
  const { spotlight, following, people, slot, followers } = link;
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const presents = spotlight !== null && slot !== null && spotlight.slot === slot;
  const person = following === null ? undefined : people.find((one) => one.slot === following);
  const shower: Leader | null = spotlight && !presents ? { kind: 'spotlight', slot: SPOTLIGHT_SLOT, name: spotlight.name ?? t('person.staff') } : null;
  const led = spotlight?.startedAt !== leftAt ? shower : null;
  const leader: Leader | null = person ? { kind: 'person', slot: person.slot, name: nameOf(person) } : led;
  const leaderSlot = leader?.slot ?? null;
  const view = plane?.view ?? null;

  const stop = () => {
    if (following !== null) connection.follow(null);
    if (spotlight) setLeftAt(spotlight.startedAt);
  };
  const newest = useRef({ stop });
  useEffect(() => {
    newest.current = { stop };
  });

  // A spotlight that is switched on takes everybody along, also who followed somebody else; and whoever shows hers goes first.
  const startedAt = spotlight?.startedAt;
  useEffect(() => {
    if (startedAt !== undefined) connection.follow(null);
  }, [connection, startedAt]);

  useEffect(() => {
    if (!view || leaderSlot === null) return undefined;
    const follower = new ViewFollower({
      view,
      isCalm: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      onOwnMove: () => newest.current.stop(),
    });
    const known = connection.viewOf(leaderSlot);
    if (known) follower.lead(known);
    const end = connection.onPresence((presences) => {
      for (const presence of presences) if (presence.kind === 'view' && presence.slot === leaderSlot) follower.lead(presence);
    });
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) newest.current.stop();
    };
    document.addEventListener('keydown', handleKey);
    view.root.dataset['led'] = '';
    return () => {
      end();
      follower.end();
      document.removeEventListener('keydown', handleKey);
      delete view.root.dataset['led'];
    };
  }, [connection, view, leaderSlot]);

  // One's own view, while somebody wants it: as it is, and with each move.
  const isLookedAt = presents || followers > 0;
  useEffect(() => {
    if (!view || !isLookedAt) return undefined;
    connection.showView(view.part);
    return view.onCamera(() => connection.showView(view.part));
  }, [connection, view, isLookedAt, followers]);

  const { scene } = copy;
  const [where, setWhere] = useState('');
  useEffect(() => {
    const words = () => {
      const part = leaderSlot === null ? undefined : connection.viewOf(leaderSlot);
      if (!part) return '';
      const shown = shownFrame(scene.frames, part);
      if (shown.kind === 'frames') return t('follow.frames', { count: shown.count });
      return shown.kind === 'none' ? t('frame.none') : shown.title ? t('frame.label', { title: shown.title }) : t('frame.untitled');
    };
    setWhere(words());
    return leaderSlot === null ? undefined : connection.onPresence((presences) => presences.some(({ kind }) => kind === 'view') && setWhere(words()));
  }, [connection, scene, leaderSlot, t]);
  useSaid(leader, where, presents, say);

  return {
    leader, where, presents, stop,
    waiting: leader ? null : shower,
    follow: (whom) => {
      if (spotlight) setLeftAt(spotlight.startedAt);
      connection.follow(whom);
    },
    comeBack: () => {
      connection.follow(null);
      setLeftAt(null);
    },
  };
}

/** That one is led, by whom and where, and that it is over. */
function useSaid(leader: Leader | null, where: string, presents: boolean, say: (text: string) => void) {
  const t = useText('boards');
  const kind = leader?.kind ?? null;
  const name = leader?.name ?? '';
  const told = useRef({ kind, presents });
  useEffect(() => {
    const before = told.current;
    told.current = { kind, presents };
    if (before.presents !== presents) say(presents ? t('follow.presents') : t('follow.presentsNoMore'));
    else if (kind) say(kind === 'person' ? t('follow.follows', { name }) : t('follow.isShown', { name }));
    else if (before.kind) say(t('follow.over'));
  }, [kind, name, presents, say, t]);

  const saidAt = useRef(0);
  useEffect(() => {
    if (!where || !kind) return undefined;
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      say(where);
    }, Math.max(0, saidAt.current + SAID_EVERY_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [where, kind, say]);
}
