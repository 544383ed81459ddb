import type { OwnSheet, RoomBrainwriting } from '@spolu/contracts/activities/brainstorm';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import type { ServerClock } from '../../server-clock.ts';

/** A whole hall passes its sheets on in the same moment. */
const SPREAD_MS = 1_000;
const RETRY_MS = 3_000;

interface Asked {
  activityId: string;
  way: RoomBrainwriting;
  /** Its time runs. */
  ticking: boolean;
  clock: ServerClock;
}

/** Her sheet of this round; null where there is none for her, undefined until the server has said. Asked for anew at each round, and when the round's time is up. */
export function useSheet({ activityId, way, ticking, clock }: Asked): OwnSheet | null | undefined {
  const [sheet, take] = useState<OwnSheet | null>();
  const { round, rounds, roundEndsAt } = way;
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const askIn = (ms: number) => (timer = setTimeout(ask, ms + Math.random() * SPREAD_MS));
    function ask(): void {
      void api.post<{ sheet: OwnSheet | null }>(`/activities/${activityId}/sheet`).then(
        (answer) => {
          if (left) return;
          take(answer.sheet);
          // The first who asks after the end begins the next round; the room then says so.
          if (ticking && roundEndsAt !== null && round < rounds && (answer.sheet?.round ?? round) <= round) askIn(Math.max(RETRY_MS, Date.parse(roundEndsAt) - clock.now()));
        },
        () => !left && askIn(RETRY_MS),
      );
    }
    askIn(0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [activityId, round, rounds, roundEndsAt, ticking, clock]);
  return sheet;
}
