import type { AnswerValue } from '@spolu/contracts/activities/answers';
import { useState } from 'react';

const place = (activityId: string) => `answer-draft ${activityId}`;

function read(activityId: string): AnswerValue | null {
  try {
    const kept = localStorage.getItem(place(activityId));
    return kept === null ? null : (JSON.parse(kept) as AnswerValue);
  } catch {
    return null;
  }
}

/** What she made and has not sent, kept at each change so that a reload loses nothing; forgotten once it is sent, in a secret vote above all. */
export function useAnswerDraft(activityId: string): [AnswerValue | null, (draft: AnswerValue | null) => void] {
  const [draft, setDraft] = useState(() => read(activityId));
  return [
    draft,
    (next) => {
      try {
        if (next) localStorage.setItem(place(activityId), JSON.stringify(next));
        else localStorage.removeItem(place(activityId));
      } catch {
        // Storage is forbidden: it lives as long as the page.
      }
      setDraft(next);
    },
  ];
}
