import type { OwnTeam, OwnTeamAnswer, RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';

/** A whole hall learns of a new dealing in the same moment. */
const SPREAD_MS = 1_000;
const RETRY_MS = 3_000;

/** Her team; null while she is in none, undefined until the server has said. Read again when something changed for those who are in it. */
export function useOwnTeam(activityId: string, { teams, stage }: RoomIdeathon): { team: OwnTeam | null | undefined; take: (answer: OwnTeamAnswer) => void; reload: () => void } {
  const [team, setTeam] = useState<OwnTeam | null>();
  const [asked, setAsked] = useState(0);
  const own = teams.find(({ id }) => id === team?.id);
  // Who is in none is put into one by a change of any.
  const version = own ? own.version : teams.map((other) => other.version).join();
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      void api.get<OwnTeamAnswer>(`/activities/${activityId}/team`).then(
        (answer) => !left && setTeam(answer.team),
        () => {
          if (!left) timer = setTimeout(ask, RETRY_MS);
        },
      );
    timer = setTimeout(ask, asked === 0 ? Math.random() * SPREAD_MS : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [activityId, stage, version, asked]);
  return { team, take: useCallback((answer: OwnTeamAnswer) => setTeam(answer.team), []), reload: useCallback(() => setAsked((count) => count + 1), []) };
}
