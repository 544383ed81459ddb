import { EditDossier, type DossierView } from '@spolu/contracts/outputs';
import { Problem, type FieldProblem } from '@spolu/contracts/problems';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { keyOf } from '../http/queries.ts';
import { useDraft } from '../shell/use-draft.ts';
import { fieldProblemsOf } from '../shell/use-form.ts';

export type Draft = Omit<EditDossier, 'revision'>;
/** saved · dirty: not yet sent · saving · invalid: something is missing, kept here · failed: no answer, kept here · conflict: somebody else saved. */
export type DraftState = 'saved' | 'dirty' | 'saving' | 'invalid' | 'failed' | 'conflict';

const QUIET_MS = 1_500;

interface Kept extends Draft {
  /** The revision that these words build on. */
  revision: number;
}

/**
 * The draft of a dossier as its editor types it. Saved by itself after a moment of quiet; what could not be saved stays in this tab through a reload, and
 * somebody else's save is never overwritten without being asked.
 */
export function useDossierDraft(id: string, server: EditDossier) {
  const [kept, keep, forget] = useDraft<Kept>(`dossier ${id}`, server);
  // Words left from before a reload are unsaved; if somebody saved since, that is a conflict from the start.
  const [state, setState] = useState<DraftState>(() => (sameWords(kept, server) ? 'saved' : kept.revision === server.revision ? 'dirty' : 'conflict'));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef(kept);
  const revision = useRef(state === 'saved' ? server.revision : kept.revision);
  const saving = useRef<Promise<boolean> | null>(null);
  const client = useQueryClient();

  const change = useCallback(
    (next: (before: Draft) => Draft) => {
      latest.current = { ...latest.current, ...next(latest.current), revision: revision.current };
      keep(latest.current);
      setState((before) => (before === 'conflict' ? before : 'dirty'));
    },
    [keep],
  );

  const send = useCallback(async (asked: boolean): Promise<boolean> => {
    const { revision: _, ...draft } = latest.current;
    const parsed = EditDossier.safeParse({ ...draft, revision: revision.current });
    setFailure(null);
    if (!parsed.success) {
      // Nobody is blamed for a field she has not come to yet: only when she asks to save.
      if (asked) setProblems(fieldProblemsOf(parsed.error));
      setState('invalid');
      return false;
    }
    setProblems([]);
    setState('saving');
    const sent = latest.current;
    try {
      await api.put(`/dossiers/${id}`, parsed.data);
    } catch (error) {
      setFailure(error);
      setProblems(error instanceof Problem ? (error.fields ?? []) : []);
      setState(error instanceof Problem ? (error.code === 'changed-meanwhile' ? 'conflict' : 'invalid') : 'failed');
      return false;
    }
    revision.current += 1;
    // Whoever opens the dossier again in this tab begins from what was saved just now.
    client.setQueryData<DossierView>(keyOf(`/dossiers/${id}`), (view) => view && { ...view, draft: { ...parsed.data, revision: revision.current } });
    if (latest.current === sent) {
      setState('saved');
    } else {
      latest.current = { ...latest.current, revision: revision.current };
      keep(latest.current);
      setState('dirty');
    }
    return true;
  }, [id, client, keep]);

  /** Saves now; waits for a save that is on its way. `asked`: by a person, who is then told what is missing. @returns whether everything typed is stored */
  const save = useCallback(async (asked = true): Promise<boolean> => {
    while (saving.current) await saving.current;
    saving.current = send(asked);
    try {
      return await saving.current;
    } finally {
      saving.current = null;
    }
  }, [send]);

  useEffect(() => {
    if (state !== 'dirty') return undefined;
    const timer = setTimeout(() => void save(false), QUIET_MS);
    return () => clearTimeout(timer);
  }, [state, kept, save]);

  // Once everything is stored this tab need not remember it.
  useEffect(() => {
    if (state === 'saved') forget();
  }, [state, forget]);

  useEffect(() => {
    if (state !== 'failed') return undefined;
    const again = () => void save(false);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [state, save]);

  useEffect(() => {
    if (state === 'saved') return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state]);

  /** Mine shall hold: it is saved on top of what somebody else saved meanwhile. */
  async function overwrite() {
    const view = await api.get<DossierView>(`/dossiers/${id}`);
    if (view.draft) revision.current = view.draft.revision;
    await save();
  }

  /** Theirs shall hold: what was typed here is given up. */
  async function takeTheirs() {
    const view = await api.get<DossierView>(`/dossiers/${id}`);
    if (!view.draft) return;
    revision.current = view.draft.revision;
    latest.current = view.draft;
    keep(view.draft);
    setProblems([]);
    setFailure(null);
    setState('saved');
  }

  return { draft: kept as Draft, change, state, problems, failure, save, overwrite, takeTheirs };
}

/** Whether two drafts say the same, whatever revision they build on. */
function sameWords({ revision: _a, ...a }: EditDossier, { revision: _b, ...b }: EditDossier): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

const ordered = ({ title, summary, visibility, recommendations }: Draft) => [
  title, summary, visibility, recommendations.map(({ id, title: name, text, reasons, ideaIds }) => [id, name, text, reasons, ideaIds]),
];
