import type { AskQuestion, OwnQuestion, OwnQuestions, SupportQuestion } from '@spolu/contracts/activities/q-and-a';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../../http/api.ts';
import { useDevice, useQueue } from '../../phone/device.tsx';
import type { Sending } from '../../../device/send-queue.ts';

const aboutQuestion = (activityId: string) => `question:${activityId}`;
const aboutSupport = (activityId: string, questionId: string) => `support:${activityId}/${questionId}`;

/** A question of hers that the server does not know yet. */
export interface UnsentQuestion {
  key: string;
  text: string;
  state: Sending['state'];
  refusal: Sending['refusal'];
}
interface HerQuestions {
  asked: readonly OwnQuestion[];
  unsent: readonly UnsentQuestion[];
  /** As it will stand once everything is sent. */
  supports: (questionId: string) => boolean;
  /** A change of hers that was not taken: why, and its key. */
  refusedSupport: Sending | undefined;
  /** A question that she wanted to take back and that stays. */
  refusedTakeBack: Sending | undefined;
  /** Resolves when it is on the device's disk. */
  ask: (question: AskQuestion) => Promise<void>;
  takeBack: (questionId: string) => Promise<void>;
  support: (questionId: string, supported: boolean) => Promise<void>;
}

/** What she asked and supports: asked for at the start and whenever something of hers was taken, with what is on its way laid over it. */
export function useOwnQuestions(activityId: string): HerQuestions {
  const device = useDevice();
  const { ready, entries } = useQueue();
  const [known, setKnown] = useState<OwnQuestions>({ asked: [], supported: [] });
  const mine = useMemo(
    () => entries.filter(({ about }) => about === aboutQuestion(activityId) || about.startsWith(aboutSupport(activityId, ''))),
    [entries, activityId],
  );
  const count = mine.length;
  useEffect(() => {
    if (!ready) return;
    const leave = new AbortController();
    api.get<OwnQuestions>(`/activities/${activityId}/questions/own`, { signal: leave.signal }).then(setKnown, () => undefined);
    return () => leave.abort();
  }, [activityId, ready, count]);

  const supports = useCallback(
    (questionId: string) => {
      const underWay = mine.findLast(({ about, state }) => about === aboutSupport(activityId, questionId) && state !== 'not-taken');
      return underWay ? (underWay.command.body as SupportQuestion).supported : known.supported.includes(questionId);
    },
    [mine, known, activityId],
  );
  const asking = mine.filter(({ about, command }) => about === aboutQuestion(activityId) && command.method === 'POST');
  const removing = new Set(mine.filter(({ command, state }) => command.method === 'DELETE' && state !== 'not-taken').map(({ command }) => command.path));
  return {
    asked: known.asked.filter(({ id }) => !removing.has(`/questions/${id}`)),
    unsent: asking.map(({ key, command, state, refusal }) => ({ key, text: (command.body as AskQuestion).text, state, refusal })),
    supports,
    refusedSupport: mine.find(({ about, state }) => about !== aboutQuestion(activityId) && state === 'not-taken'),
    refusedTakeBack: mine.find(({ command, state }) => command.method === 'DELETE' && state === 'not-taken'),
    ask: (question) => device.queue.add({ method: 'POST', path: `/activities/${activityId}/questions`, body: question }, { key: uuid(), about: aboutQuestion(activityId) }),
    takeBack: (questionId) => device.queue.add({ method: 'DELETE', path: `/questions/${questionId}`, body: undefined }, { key: uuid(), about: aboutQuestion(activityId) }),
    support: (questionId, supported) =>
      device.queue.add(
        { method: 'PUT', path: `/questions/${questionId}/support`, body: { supported } satisfies SupportQuestion },
        { key: uuid(), about: aboutSupport(activityId, questionId), supersedes: true },
      ),
  };
}
