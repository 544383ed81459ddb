import { useEffect, useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import { keepSending } from '../../device/keep-sending.ts';
import type { Command } from '../../device/queue-store.ts';
import type { Sending } from '../../device/send-queue.ts';
import { writerOf } from '../../device/viewer.ts';
import { api, Unreachable } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useMe } from '../../http/use-me.ts';
import { aboutSubject, DeskQueue, type Subject } from './desk-queue.ts';

/** One a page. */
const desk = new DeskQueue();
const { queue } = desk;
const useQueueState = () => useSyncExternalStore(queue.subscribe, () => queue.state);

/** Sends what waits while a page of the desk is open; all that she wrote there and the server has not taken. */
export function useSending(): readonly Sending[] {
  const me = useMe();
  const refresh = useRefresh();
  const { entries } = useQueueState();
  useEffect(() => keepSending(queue, desk.otherTabs), []);
  useEffect(() => desk.onTaken(() => void refresh('/referrals')));
  return entries.filter(({ about }) => writerOf(about) === me.person?.id);
}

export interface Writing {
  /** On its way or not taken, the first first. */
  entries: readonly Sending[];
  /** Sends it; what reaches nobody waits on this device. Resolves to which of the two. */
  write: (command: Command, said?: unknown) => Promise<'sent' | 'kept'>;
  discard: (entry: Sending) => void;
}

/** What she writes on a recommendation. */
export function useWriting(of: Omit<Subject, 'personId'>): Writing {
  const me = useMe();
  const subject: Subject = { ...of, personId: me.person?.id ?? '' };
  const about = aboutSubject(subject);
  const { entries } = useQueueState();
  return {
    entries: entries.filter((entry) => entry.about === about),
    write: async (command, said) => {
      const key = uuid();
      try {
        await (command.method === 'POST' ? api.post : api.put)(command.path, command.body, { key });
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        await desk.keep(subject, command, key, said);
        return 'kept';
      }
      await desk.letGo(subject);
      return 'sent';
    },
    discard: (entry) => void queue.discard([entry.key]),
  };
}
