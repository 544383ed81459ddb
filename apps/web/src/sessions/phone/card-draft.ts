import { useState } from 'react';
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

/** The card being written for an activity; `clear` keeps colour and frame for the next one. */
export function useCardDraft(activityId: string): [CardDraft, (change: Partial<CardDraft>) => void] {
  const [held, setHeld] = useState(() => ({ activityId, draft: readDraft(activityId) ?? EMPTY }));
  const draft = held.activityId === activityId ? held.draft : (readDraft(activityId) ?? EMPTY);
  function change(by: Partial<CardDraft>) {
    const next = { ...draft, ...by };
    keepDraft(activityId, next);
    setHeld({ activityId, draft: next });
  }
  return [draft, change];
}
