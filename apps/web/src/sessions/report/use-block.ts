import { EditBlock, isOwnContent, type OwnContent, type ReportBlock, type ReportDraft } from '@spolu/contracts/report-blocks';
import { Problem } from '@spolu/contracts/problems';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../http/api.ts';
import { keyOf, useRefresh } from '../../http/queries.ts';
import { useDraft } from '../../shell/use-draft.ts';

/** saved · dirty: not yet sent · saving · invalid: something is missing, kept here · failed: no answer, kept here · conflict: somebody else changed this block. */
export type BlockState = 'saved' | 'dirty' | 'saving' | 'invalid' | 'failed' | 'conflict';
export interface Typed {
  content: OwnContent | null;
  note: string;
  hidden: boolean;
}

const QUIET_MS = 1_200;
export const draftPath = (sessionId: string) => `/sessions/${sessionId}/report-draft`;

/** What can be typed into a block as the server has it. */
const typedOf = ({ content, note, hidden }: ReportBlock): Typed => ({ content: isOwnContent(content) ? content : null, note, hidden });

/**
 * One block as its editor types it: saved by itself after a moment of quiet, alone, so that two who write different blocks never meet. What could not be
 * saved stays in this tab through a reload, and what somebody else saved meanwhile is never overwritten without being asked.
 */
export function useBlock(sessionId: string, block: ReportBlock) {
  const path = draftPath(sessionId);
  const client = useQueryClient();
  const refresh = useRefresh();
  const [kept, keep, forget, wasKept] = useDraft<(Typed & { revision: number }) | null>(`report ${sessionId} ${block.key}`, null);
  const [state, setState] = useState<BlockState>(wasKept && kept ? 'dirty' : 'saved');
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef(kept);
  const saving = useRef<Promise<void> | null>(null);

  const put = useCallback((next: typeof kept) => {
    latest.current = next;
    keep(next);
    if (next === null) forget();
  }, [keep, forget]);

  const send = useCallback(async () => {
    const sent = latest.current;
    if (!sent) return;
    const parsed = EditBlock.safeParse(sent);
    setFailure(null);
    if (!parsed.success) {
      setState('invalid');
      return;
    }
    setState('saving');
    try {
      const { revision } = await api.put<{ revision: number }>(`${path}/blocks/${block.key}`, parsed.data);
      client.setQueryData<ReportDraft>(keyOf(path), (draft) => draft && withBlock(draft, block.key, parsed.data, revision));
      if (latest.current === sent) {
        put(null);
        setState('saved');
        if (sent.content?.kind === 'quote') void refresh(path);
      } else {
        put(latest.current && { ...latest.current, revision });
        setState('dirty');
      }
    } catch (error) {
      const conflict = error instanceof Problem && error.code === 'changed-meanwhile';
      if (conflict) void refresh(path);
      setFailure(conflict ? null : error);
      setState(conflict ? 'conflict' : error instanceof Problem ? 'invalid' : 'failed');
    }
  }, [block.key, client, path, put, refresh]);

  const save = useCallback(async () => {
    while (saving.current) await saving.current;
    saving.current = send();
    try {
      await saving.current;
    } finally {
      saving.current = null;
    }
  }, [send]);

  useEffect(() => {
    if (state !== 'dirty') return undefined;
    const timer = setTimeout(() => void save(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [state, kept, save]);
  useEffect(() => {
    if (state !== 'failed') return undefined;
    const again = () => void save();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [state, save]);
  useEffect(() => {
    if (state === 'saved') return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state]);

  function change(next: Partial<Typed>) {
    const before = latest.current ?? { ...typedOf(block), revision: block.revision };
    put({ ...before, ...next });
    setState((now) => (now === 'conflict' ? now : 'dirty'));
  }
  /** Mine shall hold, on top of what somebody else saved. */
  function keepMine() {
    if (latest.current) put({ ...latest.current, revision: block.revision });
    setState('dirty');
  }
  /** Theirs shall hold: what was typed here is given up. */
  function takeTheirs() {
    put(null);
    setState('saved');
  }
  return { typed: kept ?? typedOf(block), state, failure, change, save, keepMine, takeTheirs };
}

function withBlock(draft: ReportDraft, key: string, { content, note, hidden }: Typed, revision: number): ReportDraft {
  const blocks = draft.blocks.map((block) => (block.key === key ? { ...block, content: content ?? block.content, note, hidden, revision } : block));
  return { ...draft, blocks, revision: Math.max(draft.revision, revision) };
}
