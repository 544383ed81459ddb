import type { CarriedOver, DealAgain, Helped, NameHost, SeatSomebody, SimilarNotes, TablesView, TellTables } from '@spolu/contracts/activities/breakout';
import { toast } from '@spolu/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import { keyOf, useResource } from '../../../http/queries.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';

/** What is written at the tables changes without a word to the room, so it is asked for. */
const ASK_EVERY_MS = 3_000;

/** All tables as the staff see them; read again when the room changed. @param version of the staff's state */
export function useTables(activityId: string, version: number, running: boolean): TablesView | undefined {
  const path = `/activities/${activityId}/tables`;
  const client = useQueryClient();
  const { data } = useResource<TablesView>(path, { refetchInterval: running ? ASK_EVERY_MS : false });
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, version]);
  return data;
}

/** Groups of notes that share words, once they lie on the session's first board. */
export function useSimilar(activityId: string, carriedCount: number): SimilarNotes['groups'] {
  const path = `/activities/${activityId}/similar`;
  const client = useQueryClient();
  const { data } = useResource<SimilarNotes>(path);
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, carriedCount]);
  return data?.groups ?? [];
}

export interface TableCommands {
  pending: boolean;
  /** All say what went wrong themselves, and answer whether they were carried out. */
  seat: (input: SeatSomebody) => Promise<boolean>;
  nameHost: (input: NameHost) => Promise<boolean>;
  dealAgain: (input: DealAgain) => Promise<boolean>;
  tell: (input: TellTables) => Promise<boolean>;
  helped: (input: Helped) => Promise<boolean>;
  carryOver: () => Promise<CarriedOver | null>;
  takeBack: () => Promise<boolean>;
}

/** What the staff do with the tables. */
export function useTableCommands(activityId: string): TableCommands {
  const problemText = useProblemText();
  const client = useQueryClient();
  const [pending, setPending] = useState(false);

  async function run<Answer>(command: string, body: object = {}): Promise<{ answer: Answer } | null> {
    if (pending) return null;
    setPending(true);
    try {
      return { answer: await api.post<Answer>(`/activities/${activityId}/${command}`, body) };
    } catch (error) {
      toast(problemText(error), 'bad');
      return null;
    } finally {
      setPending(false);
      void client.invalidateQueries({ queryKey: keyOf(`/activities/${activityId}/tables`) });
    }
  }
  const done = async (command: string, body?: object) => (await run(command, body)) !== null;
  return {
    pending,
    seat: (input) => done('seats', input),
    nameHost: (input) => done('hosts', input),
    dealAgain: (input) => done('rounds', input),
    tell: (input) => done('message', input),
    helped: (input) => done('helped', input),
    carryOver: async () => (await run<CarriedOver>('carry-over'))?.answer ?? null,
    takeBack: () => done('take-back'),
  };
}
