import type { AnswerValue, GiveAnswer, OwnAnswer } from '@spolu/contracts/activities/answers';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import { aboutAnswer, useDevice, useQueue, useRemembered } from '../../phone/device.tsx';
import type { Sending } from '../../../device/send-queue.ts';

/** The own answer as it stands: what is on its way, else what counts on the server. In a secret vote only that there is one. */
export function useOwnAnswer(activityId: string, secret: boolean) {
  const device = useDevice();
  const { ready, entries } = useQueue();
  const counts = useRemembered<OwnAnswer>(aboutAnswer(activityId));
  const [unkept, setUnkept] = useState(false);
  const [placing, setPlacing] = useState(false);
  const mine = entries.filter((entry) => entry.about === aboutAnswer(activityId));
  const underWay = mine.findLast((entry) => entry.state !== 'not-taken');
  const refused = mine.find((entry) => entry.state === 'not-taken');
  const refusedKey = refused?.key;

  // Asked at the start (another tab, a new phone) and after a refusal; otherwise the answers to the own commands tell.
  useEffect(() => {
    if (!ready) return;
    const leave = new AbortController();
    device
      .learnWhatCounts(aboutAnswer(activityId), () => api.get<OwnAnswer>(`/activities/${activityId}/answer`, { signal: leave.signal }))
      // Without a network the last known answer stays on the screen.
      .catch(() => undefined);
    return () => leave.abort();
  }, [device, activityId, ready, refusedKey]);

  return {
    ready,
    value: valueIn(underWay) ?? counts?.value ?? null,
    /** What the server did not take stays on the screen, so that no word is lost. */
    refusedValue: valueIn(refused),
    given: underWay !== undefined || counts?.given === true,
    underWay: underWay !== undefined || placing,
    refused,
    unkept,
    /** @param onUnkept the device has no room for it: it is not on its way */
    give: (value: AnswerValue, onUnkept: () => void) => {
      setPlacing(true);
      device
        .giveAnswer(activityId, { value }, secret)
        .then(() => setUnkept(false), () => {
          setUnkept(true);
          onUnkept();
        })
        .finally(() => setPlacing(false));
    },
  };
}

const valueIn = (entry: Sending | undefined): AnswerValue | null => (entry ? (entry.command.body as GiveAnswer).value : null);
