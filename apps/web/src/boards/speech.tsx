import { useSyncExternalStore } from 'react';

interface Sentence {
  id: number;
  text: string;
}

/** Long enough to be read out, even behind what the screen reader is saying. */
const STAYS_MS = 7_000;
/** A key that is held down does not fill the page. */
const MOST = 6;

/** What is said aloud. Every sentence stands by itself: the next one does not take it out of the listener's ear, and the same one twice is said twice. */
export class Speech {
  #sentences: readonly Sentence[] = [];
  #made = 0;
  readonly #listeners = new Set<() => void>();

  readonly read = (): readonly Sentence[] => this.#sentences;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly say = (text: string): void => {
    const sentence = { id: ++this.#made, text };
    this.#set([...this.#sentences, sentence].slice(-MOST));
    setTimeout(() => this.#set(this.#sentences.filter((one) => one !== sentence)), STAYS_MS);
  };

  #set(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
    for (const listener of this.#listeners) listener();
  }
}

/** Must be in the page before it speaks: what comes with its words is not read out. */
export function SpeechRegion({ speech }: { speech: Speech }) {
  const sentences = useSyncExternalStore(speech.subscribe, speech.read);
  return (
    <div role="status" aria-live="polite" aria-atomic="false" aria-relevant="additions" className="visually-hidden">
      {sentences.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
