import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';

const PREFIX = 'draft ';
const OWNER = 'drafts of';

/** After a sign-out: the next person at this device is another one, and a private note that was not saved is not for her. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

/** Of whoever is signed in. What somebody else began at this device and an expired sign-in left behind is not for her; what she began herself is there when she comes back. */
export function keepDraftsOf(personId: string): void {
  try {
    if ((sessionStorage.getItem(OWNER) ?? personId) !== personId) forgetDrafts();
    sessionStorage.setItem(OWNER, personId);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

/**
 * Like `useState`, but what was typed outlives a reload, a crash and a sign-in on the way: it is kept in this tab under `key` until
 * `forget`, the third, is called (after it was saved), she signs out or somebody else signs in. The fourth says that it began with what was kept. Fields that
 * an older version of the page did not keep begin as in `initial`.
 */
export function useDraft<Value>(key: string | null, initial: Value): [Value, Dispatch<SetStateAction<Value>>, () => void, boolean] {
  const [kept] = useState(() => (key === null ? undefined : read<Value>(key)));
  const [restored, setRestored] = useState(kept !== undefined);
  const [value, setValue] = useState<Value>(() => (kept === undefined ? initial : isRecord(kept) && isRecord(initial) ? { ...initial, ...kept } : kept));
  const change = useCallback(
    (next: SetStateAction<Value>) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: Value) => Value)(before) : next;
        if (key !== null) write(key, after);
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => {
    if (key !== null) write(key, undefined);
    setRestored(false);
  }, [key]);
  return [value, change, forget, restored];
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const place = (key: string) => `${PREFIX}${key}`;

function read<Value>(key: string): Value | undefined {
  try {
    const kept = sessionStorage.getItem(place(key));
    return kept === null ? undefined : (JSON.parse(kept) as Value);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown) {
  try {
    if (value === undefined) sessionStorage.removeItem(place(key));
    else sessionStorage.setItem(place(key), JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the words are still on the screen.
  }
}
