import { useRef, useState } from 'react';
import type { CardDraft } from './device.tsx';

/** Written at each key, at once: what was typed is there after a reload, a crash, an empty battery. */
const place = (activityId: string) => `card-draft ${activityId}`;

function readDraft(activityId: string): CardDraft | null {
  try {
    const kept = localStorage.getItem(place(activityId));
    return kept === null ? null : (JSON.parse(kept) as CardDraft);
  } catch {
    return null;
  }
}

function keepDraft(activityId: string, draft: CardDraft | null): void {
  try {
    if (draft?.text) localStorage.setItem(place(activityId), JSON.stringify(draft));
    else localStorage.removeItem(place(activityId));
  } catch {
    // Storage is forbidden: the words live as long as the page.
  }
}

const EMPTY: CardDraft = { text: '', colour: 'yellow', frameId: null };

/** What was typed while a card was being put on the disk belongs to the next one. */
function restAfter(sent: string, text: string): string {
  const words = text.trimStart();
  return words.startsWith(sent) ? words.slice(sent.length).trimStart() : text;
}

interface OwnCardDraft {
  draft: CardDraft;
  change: (by: Partial<CardDraft>) => void;
  /** The device has kept the words as a card: they leave the field, with all that was typed since left in it. Colour and frame stay for the next one. */
  kept: (sent: string) => void;
}

/** The card being written for an activity. */
export function useCardDraft(activityId: string): OwnCardDraft {
  const [held, setHeld] = useState(() => ({ activityId, draft: readDraft(activityId) ?? EMPTY }));
  // Whoever waited for the disk still holds an earlier render's functions: they too must go on from what stands in the field now.
  const latest = useRef(held);
  const readNow = (of: typeof held) => (of.activityId === activityId ? of.draft : (readDraft(activityId) ?? EMPTY));
  function put(draft: CardDraft) {
    keepDraft(activityId, draft);
    latest.current = { activityId, draft };
    setHeld(latest.current);
  }
  return {
    draft: readNow(held),
    change: (by) => put({ ...readNow(latest.current), ...by }),
    kept: (sent) => {
      const now = readNow(latest.current);
      put({ ...now, text: restAfter(sent, now.text) });
    },
  };
}
