import type { JudgedCanvas, OwnJury, RoomJury, TeamFeedback } from '@spolu/contracts/activities/ideathon-jury';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../../http/api.ts';

/** A whole hall learns of a new juror in the same moment. */
const SPREAD_MS = 1_000;
const RETRY_MS = 3_000;

/** Asks until the server has answered; again where the key that its last answer makes is another. */
function useAsked<Answer>(path: string | null, keyOf: (answer: Answer | undefined) => string): { answer: Answer | undefined; reload: () => void } {
  const [answer, setAnswer] = useState<Answer>();
  const [asked, setAsked] = useState(0);
  const key = keyOf(answer);
  useEffect(() => {
    if (path === null) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      void api.get<Answer>(path).then(
        (next) => !left && setAnswer(next),
        () => {
          if (!left) timer = setTimeout(ask, RETRY_MS);
        },
      );
    timer = setTimeout(ask, asked === 0 ? Math.random() * SPREAD_MS : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [path, key, asked]);
  return { answer, reload: useCallback(() => setAsked((count) => count + 1), []) };
}

/** What she has to judge; null for who is no juror, undefined until the server has said. */
export function useOwnJury(activityId: string, { version, revision, state }: RoomJury): { own: OwnJury | null | undefined; reload: () => void } {
  // what others change while the jury talks is for jurors alone
  const { answer, reload } = useAsked<{ jury: OwnJury | null }>(`/activities/${activityId}/jury/own`, (known) => [version, known?.jury && state === 'discussing' ? revision : ''].join());
  return { own: answer?.jury, reload };
}

/** What the jury wrote to the own team, once the result is told. */
export function useTeamFeedback(activityId: string, { version, result }: RoomJury): TeamFeedback | null {
  const { answer } = useAsked<{ feedback: TeamFeedback | null }>(result ? `/activities/${activityId}/jury/feedback` : null, () => String(version));
  return (result && answer?.feedback) ?? null;
}

/** What the teams wrote that she judges; read anew when one of them changed. */
export function useCanvases(activityId: string, version: string): readonly JudgedCanvas[] {
  return useAsked<JudgedCanvas[]>(`/activities/${activityId}/jury/canvases`, () => version).answer ?? [];
}
