import { useSyncExternalStore } from 'react';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { PlainButton } from './plain.tsx';
import { useWords } from './words.tsx';

interface ToastEntry {
  id: number;
  tone: 'good' | 'bad';
  text: string;
}

const SHOWN_MS = 6_000;
let entries: readonly ToastEntry[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ToastEntry[]) {
  entries = next;
  for (const listener of listeners) listener();
}
const remove = (id: number) => change(entries.filter((entry) => entry.id !== id));

/** Says in passing that something was done. Bad news stays until it is closed; what must be acted on is a `Notice`, not a toast. */
export function toast(text: string, tone: 'good' | 'bad' = 'good') {
  const id = ++lastId;
  // Said again it is one notice, not two.
  change([...entries.filter((entry) => entry.text !== text).slice(-2), { id, tone, text }]);
  if (tone === 'good') setTimeout(() => remove(id), SHOWN_MS);
}

/** Once in the app's frame. */
export function Toasts() {
  const words = useWords();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
  return (
    <section className="ui-toasts no-print" aria-label={words.notifications} aria-live="polite">
      {shown.map((entry) => (
        <div key={entry.id} className="ui-toast" data-tone={entry.tone}>
          {entry.tone === 'good' ? <CircleCheck aria-hidden size={22} /> : <CircleAlert aria-hidden size={22} />}
          <p>{entry.text}</p>
          <PlainButton look="quiet" size="small" iconOnly aria-label={words.close} icon={<X aria-hidden size={18} />} onClick={() => remove(entry.id)} />
        </div>
      ))}
    </section>
  );
}
