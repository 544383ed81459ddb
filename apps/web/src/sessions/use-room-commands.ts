import type { Resume } from '@spolu/contracts/sessions';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';

/** The facilitator's “+5 minutes”, while it runs or once more. */
export const EXTEND_MINUTES = 5;

export interface RoomCommands {
  /** The command that is on its way; while one is, no second is begun. */
  pending: string | null;
  /** All say what went wrong themselves, and answer whether they were carried out. */
  openRoom: () => Promise<boolean>;
  closeRoom: () => Promise<boolean>;
  newCode: () => Promise<boolean>;
  setDoor: (open: boolean) => Promise<boolean>;
  /** `running`: what runs as far as this screen knows; something else was started elsewhere and is not to be ended. */
  start: (activityId: string, running: string | null) => Promise<boolean>;
  resume: (activityId: string, running: string | null, until: Resume['until']) => Promise<boolean>;
  end: (activityId: string) => Promise<boolean>;
  extend: (activityId: string, minutes: number) => Promise<boolean>;
  lock: (activityId: string, locked: boolean) => Promise<boolean>;
  reveal: (activityId: string) => Promise<boolean>;
  showResult: (activityId: string) => Promise<boolean>;
  leaveResult: () => Promise<boolean>;
  acceptLate: (cardId: string) => Promise<boolean>;
  dismissLate: (cardId: string) => Promise<boolean>;
  removeParticipant: (participantId: string) => Promise<boolean>;
}

/** What the people who run a session do to its room. The new state comes over the live connection; `reload` fetches it where there is none. */
export function useRoomCommands(sessionId: string, reload: () => void): RoomCommands {
  const problemText = useProblemText();
  const [pending, setPending] = useState<string | null>(null);

  async function run(path: string, body?: unknown): Promise<boolean> {
    if (pending !== null) return false;
    setPending(path);
    try {
      await api.post(path, body);
      return true;
    } catch (error) {
      toast(problemText(error), 'bad');
      return false;
    } finally {
      setPending(null);
      reload();
    }
  }
  const session = `/sessions/${sessionId}`;
  return {
    pending,
    openRoom: () => run(`${session}/open`),
    closeRoom: () => run(`${session}/close`),
    newCode: () => run(`${session}/code`),
    setDoor: (open) => run(`${session}/door`, { open }),
    start: (id, running) => run(`/activities/${id}/start`, { running }),
    resume: (id, running, until) => run(`/activities/${id}/resume`, { running, until }),
    end: (id) => run(`/activities/${id}/end`),
    extend: (id, minutes) => run(`/activities/${id}/extend`, { minutes }),
    lock: (id, locked) => run(`/activities/${id}/lock`, { locked }),
    reveal: (id) => run(`/activities/${id}/reveal`),
    showResult: (id) => run(`/activities/${id}/show-result`),
    leaveResult: () => run(`${session}/leave-result`),
    acceptLate: (id) => run(`/cards/${id}/accept`),
    dismissLate: (id) => run(`/cards/${id}/dismiss`),
    removeParticipant: (id) => run(`/participants/${id}/remove`),
  };
}
