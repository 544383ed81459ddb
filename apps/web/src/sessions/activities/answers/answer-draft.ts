import type { AnswerValue } from '@spolu/contracts/activities/answers';
import type { CastSecretBallot } from '@spolu/contracts/activities/dot-vote';
import { useState } from 'react';

type Draft = AnswerValue | CastSecretBallot;

const place = (activityId: string) => `answer-draft ${activityId}`;

function read<Value extends Draft>(activityId: string): Value | null {
  try {
    const kept = localStorage.getItem(place(activityId));
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null;
  }
}

/** What she made and has not sent, kept at each change so that a reload loses nothing; forgotten once it is sent, in a secret vote above all. */
export function useAnswerDraft<Value extends Draft = AnswerValue>(activityId: string): [Value | null, (draft: Value | null) => void] {
  const [draft, setDraft] = useState(() => read<Value>(activityId));
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
