import type { OwnTable, RoomBreakout } from '@spolu/contracts/activities/breakout';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';

/** A whole hall learns of a new dealing in the same moment. */
const SPREAD_MS = 1_000;
const RETRY_MS = 3_000;

/** Her table; null while she sits nowhere, undefined until the server has said. Read again when it changed for those who sit there. */
export function useOwnTable(activityId: string, { round, tables }: RoomBreakout): { table: OwnTable | null | undefined; take: (table: OwnTable | null) => void; reload: () => void } {
  const [table, take] = useState<OwnTable | null>();
  const [asked, setAsked] = useState(0);
  const own = tables.find(({ number }) => number === table?.number);
  // Who sits nowhere is seated by a change of any table.
  const version = own ? own.version : tables.map((other) => other.version).join();
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      void api.get<{ table: OwnTable | null }>(`/activities/${activityId}/table`).then(
        (answer) => !left && take(answer.table),
        () => {
          if (!left) timer = setTimeout(ask, RETRY_MS);
        },
      );
    timer = setTimeout(ask, asked === 0 ? Math.random() * SPREAD_MS : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [activityId, round, version, asked]);
  return { table, take, reload: useCallback(() => setAsked((count) => count + 1), []) };
}
