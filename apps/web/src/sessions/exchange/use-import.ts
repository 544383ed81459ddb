import type { Imported, ImportPreview, ImportQuery } from '@spolu/contracts/board-files';
import { BOARD_FILE_TYPE } from '@spolu/contracts/plain';
import { useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api, Unreachable } from '../../http/api.ts';

/** What is to be brought to a board, and how it is to be read. */
export type ImportAsked = Pick<ImportQuery, 'kind'> & Partial<Pick<ImportQuery, 'frameId' | 'textColumn' | 'heading' | 'leaveOut'>>;
export type ImportState = { at: 'choosing' } | { at: 'looking' } | { at: 'bringing' } | { at: 'failed'; error: unknown } | { at: 'done'; imported: Imported };

/** Looks at a file and brings it in. What was looked at last counts; an import that got no answer is asked for again under the same key, so that it comes once. */
export function useImport(boardId: string, onDone: () => void) {
  const [state, setState] = useState<ImportState>({ at: 'choosing' });
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const looks = useRef<AbortController | null>(null);
  const key = useRef<string | null>(null);

  const path = (what: string, asked: ImportAsked) =>
    `/boards/${boardId}/${what}?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString()}`;
  // A spreadsheet's file has another type on each system.
  const body = (source: Blob | string, { kind }: ImportAsked) => new Blob([source], { type: kind === 'board' ? BOARD_FILE_TYPE : 'text/csv' });

  /** Nothing is looked at any more. */
  function forget(): void {
    looks.current?.abort();
    looks.current = null;
    key.current = null;
    setPreview(null);
    setState({ at: 'choosing' });
  }

  async function look(source: Blob | string, asked: ImportAsked): Promise<void> {
    looks.current?.abort();
    const mine = new AbortController();
    looks.current = mine;
    key.current = null;
    setState({ at: 'looking' });
    try {
      const seen = await api.post<ImportPreview>(path('import-previews', asked), body(source, asked), { signal: mine.signal });
      if (looks.current !== mine) return;
      setPreview(seen);
      setState({ at: 'choosing' });
    } catch (error) {
      if (looks.current !== mine) return;
      setPreview(null);
      setState({ at: 'failed', error });
    }
  }

  async function bring(source: Blob | string, asked: ImportAsked): Promise<void> {
    key.current ??= uuid();
    setState({ at: 'bringing' });
    try {
      const imported = await api.post<Imported>(path('imports', asked), body(source, asked), { key: key.current });
      key.current = null;
      setState({ at: 'done', imported });
      onDone();
    } catch (error) {
      if (!(error instanceof Unreachable)) key.current = null;
      setState({ at: 'failed', error });
    }
  }

  return { state, preview, look, bring, forget, changed: () => (key.current = null) };
}
