import type { OwnJury, OwnJuryTeam, SaveSheet } from '@spolu/contracts/activities/ideathon-jury';
import { v4 as uuid } from 'uuid';
import { useDevice, useQueue } from '../../../phone/device.tsx';
import type { Sending } from '../../../../device/send-queue.ts';

export type SheetDraft = Pick<OwnJuryTeam, 'scores' | 'feedback' | 'note'>;
export interface SheetQueue {
  /** What she last said of a team: on its way, else what the server has. */
  latest: (team: OwnJuryTeam) => SheetDraft;
  /** Keeps it on the device and sends it; rejects where the device cannot keep it. */
  save: (teamId: string, draft: SheetDraft) => Promise<void>;
  /** What the server did not take. */
  refused: Sending | undefined;
  letGo: () => void;
  /** How many are on their way. */
  underWay: number;
}

/** A juror's sheets go through the phone's queue: what she typed survives a reload and a dead network, and only the newest of a team is sent. */
export function useSheetQueue(activityId: string): SheetQueue {
  const device = useDevice();
  const { entries } = useQueue();
  const about = (teamId: string) => `jury/${activityId}/${teamId}`;
  const mine = entries.filter((entry) => entry.about.startsWith(about('')));
  const refused = mine.find(({ state }) => state === 'not-taken');
  return {
    latest: (team) => (mine.findLast((entry) => entry.about === about(team.id))?.command.body as SaveSheet | undefined) ?? team,
    save: (teamId, { scores, feedback, note }) =>
      device.queue.add(
        { method: 'PUT', path: `/activities/${activityId}/jury/sheet`, body: { teamId, scores: [...scores], feedback: feedback.trim(), note: note.trim() } satisfies SaveSheet },
        { key: uuid(), about: about(teamId), supersedes: true },
      ),
    refused,
    letGo: () => void device.queue.discard(mine.filter(({ state }) => state === 'not-taken').map(({ key }) => key)),
    underWay: mine.filter(({ state }) => state !== 'not-taken').length,
  };
}

export const isScored = ({ scores }: Pick<SheetDraft, 'scores'>): boolean => scores.every((score) => score !== null);
/** Teams that are still to be scored by her. */
export const leftOf = ({ teams }: OwnJury, { latest }: Pick<SheetQueue, 'latest'>): OwnJuryTeam[] => teams.filter((team) => team.conflict === null && !isScored(latest(team)));
