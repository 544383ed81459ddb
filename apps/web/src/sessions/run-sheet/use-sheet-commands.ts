import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { CutSheet, EditSheet, FillSheet, OrderSheet } from '@spolu/contracts/run-sheet';
import type { ActivityView, AddMethod, EditActivity, SessionView } from '@spolu/contracts/sessions';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { wallInTown } from '../../i18n/format.ts';

export const inputOf = ({ title, instruction, staffNotes, minutes, openUntil, methodId, settings, second, plan }: ActivityView): EditActivity => ({
  title, instruction, staffNotes, minutes, openUntil: openUntil === null ? null : wallInTown(openUntil), methodId, settings, second, plan,
});

export const orderOf = ({ sheet, activities }: Pick<SessionView, 'sheet' | 'activities'>): string[][] =>
  sheet.days.map((_, i) => activities.filter(({ day }) => day === i + 1).map(({ id }) => id));

/** What can be done to the run sheet. A new order is shown at once; what the server says replaces it when it was read anew. */
export function useSheetCommands(session: SessionView) {
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [wished, setWished] = useState<{ from: readonly ActivityView[]; order: ActivityView[] } | null>(null);
  const [pending, setPending] = useState(false);
  const path = `/sessions/${session.id}`;
  const activities = wished?.from === session.activities ? wished.order : session.activities;

  /** Runs a command; a refusal is said, and the page shows what the server has. */
  async function run<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    setPending(true);
    try {
      const answer = await command();
      await refresh(path);
      return answer;
    } catch (error) {
      toast(problemText(error), 'bad');
      setWished(null);
      if (error instanceof Problem) await refresh(path);
      return undefined;
    } finally {
      setPending(false);
    }
  }

  return {
    activities,
    pending,
    order: (days: string[][]) => {
      const found = new Map(activities.map((activity) => [activity.id, activity]));
      setWished({ from: session.activities, order: days.flatMap((ids, i) => ids.flatMap((id) => ({ ...found.get(id)!, day: i + 1 }))) });
      return run(() => api.put(`${path}/run-sheet/order`, { days } satisfies OrderSheet));
    },
    /** For forms, which say themselves what was refused. */
    add: async (input: EditActivity) => {
      await api.post<Made>(`${path}/activities`, input);
      await refresh(path);
    },
    edit: async (id: string, input: EditActivity) => {
      await api.put(`/activities/${id}`, input);
      await refresh(path);
    },
    editSheet: async (input: EditSheet) => {
      try {
        await api.put(`${path}/run-sheet`, input);
      } finally {
        await refresh(path, '/sessions');
      }
    },
    remove: (id: string) => run(async () => {
      await api.delete(`/activities/${id}`);
      return { removed: id };
    }),
    /** A block that was removed comes back where it stood. */
    putBack: (input: EditActivity, day: number, at: number) =>
      run(async () => {
        const { id } = await api.post<Made>(`${path}/activities`, { ...input, day });
        const days = orderOf(session);
        days[day - 1]?.splice(at, 0, id);
        await api.put(`${path}/run-sheet/order`, { days } satisfies OrderSheet);
      }),
    duplicate: (activity: ActivityView, title: string) =>
      run(async () => {
        const { id } = await api.post<Made>(`${path}/activities`, { ...inputOf(activity), title, day: activity.day });
        const days = orderOf(session);
        const day = days[activity.day - 1];
        day?.splice(day.indexOf(activity.id) + 1, 0, id);
        await api.put(`${path}/run-sheet/order`, { days } satisfies OrderSheet);
      }),
    addMethod: (methodId: string, day: number) =>
      run(() => api.post<{ activityIds: string[] }>(`${path}/methods`, { methodId, language: session.language, day } satisfies AddMethod)),
    fill: (input: FillSheet) => run(() => api.post<{ activityIds: string[] }>(`${path}/run-sheet/blocks`, input)),
    cut: (input: CutSheet) => run(() => api.post(`${path}/run-sheet/cuts`, input)),
  };
}
export type SheetCommands = ReturnType<typeof useSheetCommands>;
