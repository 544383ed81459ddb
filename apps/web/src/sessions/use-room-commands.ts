import type { DecideLate } from '@spolu/contracts/activities/late';
import type { StartPoll } from '@spolu/contracts/activities/question';
import type { TendHand } from '@spolu/contracts/hands';
import type { Resume, ShowLook } from '@spolu/contracts/sessions';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import type { BoardConnection } from '../boards/board-connection.ts';
import { untilSaved } from '../boards/until-saved.ts';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';

/** The facilitator's “+5 minutes”, while it runs or once more. */
export const EXTEND_MINUTES = 5;
/** So long a step waits for what was done on the board a moment before; then she decides. */
const SAVE_WAIT_MS = 5_000;

/** What was done on the board is not stored: does the step come all the same? */
export interface UnsavedQuestion {
  answer: (goOn: boolean) => void;
}

export interface RoomCommands {
  /** The command that is on its way; while one is, no second is begun. */
  pending: string | null;
  /** A step waits until her board is stored. */
  isSaving: boolean;
  /** A step waits for her word; null: none does. */
  unsaved: UnsavedQuestion | null;
  /** All say what went wrong themselves, and answer whether they were carried out. */
  openRoom: () => Promise<boolean>;
  closeRoom: () => Promise<boolean>;
  newCode: () => Promise<boolean>;
  setDoor: (open: boolean) => Promise<boolean>;
  /** `running`: what runs as far as this screen knows; something else was started elsewhere and is not to be ended. */
  start: (activityId: string, running: string | null) => Promise<boolean>;
  /** The same once more, at once. */
  again: (activityId: string, running: string | null) => Promise<boolean>;
  resume: (activityId: string, running: string | null, until: Resume['until']) => Promise<boolean>;
  end: (activityId: string) => Promise<boolean>;
  /** Ends it, and the hall sees its result. */
  endAndShow: (activityId: string) => Promise<boolean>;
  /** A question that nobody planned, begun at once. */
  poll: (input: StartPoll) => Promise<boolean>;
  /** `endsAt`: its end as far as this screen knows; somebody else may have extended it in the same moment. */
  extend: (activityId: string, minutes: number, endsAt: string | null) => Promise<boolean>;
  pause: (activityId: string, paused: boolean) => Promise<boolean>;
  skip: (activityId: string, skipped: boolean) => Promise<boolean>;
  lock: (activityId: string, locked: boolean) => Promise<boolean>;
  reveal: (activityId: string) => Promise<boolean>;
  showResult: (activityId: string) => Promise<boolean>;
  leaveResult: () => Promise<boolean>;
  showLook: (frameId: string | null) => Promise<boolean>;
  endLook: () => Promise<boolean>;
  acceptLate: (cardId: string) => Promise<boolean>;
  dismissLate: (cardId: string) => Promise<boolean>;
  /** All late answers of a vote are counted, or none. */
  decideLate: (activityId: string, count: boolean) => Promise<boolean>;
  removeParticipant: (participantId: string) => Promise<boolean>;
  letIn: (participantId: string) => Promise<boolean>;
  tendHand: (participantId: string, input: TendHand) => Promise<boolean>;
}

/**
 * What the people who run a session do to its room. The new state comes over the live connection; `reload` fetches it where there is none.
 * @param board on this screen, if any: the server reads it at each step, so what was done on it goes first, though by another wire
 */
export function useRoomCommands(sessionId: string, reload: () => void, board: BoardConnection | null): RoomCommands {
  const problemText = useProblemText();
  const [pending, setPending] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [unsaved, setUnsaved] = useState<UnsavedQuestion | null>(null);

  async function goesOn(): Promise<boolean> {
    if (!board) return true;
    setSaving(true);
    const isSaved = await untilSaved(board, SAVE_WAIT_MS);
    setSaving(false);
    if (isSaved) return true;
    const goOn = await new Promise<boolean>((answer) => setUnsaved({ answer }));
    setUnsaved(null);
    return goOn;
  }
  /** Carried out when the server has all that she did on the board. */
  const step = (path: string, body?: unknown) => run(path, body, goesOn);

  async function run(path: string, body?: unknown, first?: () => Promise<boolean>, send = api.post): Promise<boolean> {
    if (pending !== null) return false;
    setPending(path);
    try {
      if (first && !(await first())) return false;
      await send(path, body);
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
    isSaving,
    unsaved,
    openRoom: () => run(`${session}/open`),
    closeRoom: () => step(`${session}/close`),
    newCode: () => run(`${session}/code`),
    setDoor: (open) => run(`${session}/door`, { open }),
    start: (id, running) => step(`/activities/${id}/start`, { running }),
    again: (id, running) => step(`/activities/${id}/round`, { running }),
    resume: (id, running, until) => step(`/activities/${id}/resume`, { running, until }),
    end: (id) => step(`/activities/${id}/end`),
    endAndShow: async (id) => (await step(`/activities/${id}/end`)) && (await run(`/activities/${id}/show-result`)),
    poll: (input) => step(`${session}/quick-poll`, input),
    extend: (id, minutes, endsAt) => run(`/activities/${id}/extend`, { minutes, endsAt }),
    pause: (id, paused) => run(`/activities/${id}/pause`, { paused }),
    skip: (id, skipped) => run(`/activities/${id}/skip`, { skipped }),
    lock: (id, locked) => run(`/activities/${id}/lock`, { locked }),
    reveal: (id) => run(`/activities/${id}/reveal`),
    showResult: (id) => run(`/activities/${id}/show-result`),
    leaveResult: () => run(`${session}/leave-result`),
    showLook: (frameId) => run(`${session}/look`, { frameId } satisfies ShowLook, undefined, api.put),
    endLook: () => run(`${session}/look`, undefined, undefined, (path) => api.delete(path)),
    acceptLate: (id) => run(`/cards/${id}/accept`),
    dismissLate: (id) => run(`/cards/${id}/dismiss`),
    decideLate: (id, count) => run(`/activities/${id}/late-answers`, { count } satisfies DecideLate),
    removeParticipant: (id) => run(`/participants/${id}/remove`),
    letIn: (id) => run(`/participants/${id}/let-in`),
    tendHand: (id, input) => run(`/participants/${id}/hand`, input, undefined, api.put),
  };
}
