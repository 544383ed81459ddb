import type { BoardRule } from '@spolu/contracts/boards';
import type { Language, Visibility } from '@spolu/contracts/common';
import type { SessionState } from '@spolu/contracts/sessions';
import { rulesOf } from './activities/kind-rules.ts';
import type { RunnableActivity } from './activity.ts';

export interface RuledSession {
  id: string;
  processId: string;
  /** Of its process. */
  organisationIds: readonly string[];
  language: Language;
  visibility: Visibility;
  state: SessionState;
}

/**
 * What the running activity lets happen on the board. Staff prepare before the doors open and work on between activities; a closed session's board is
 * as its report found it.
 */
export function boardRuleOf(session: RuledSession, running: (RunnableActivity & { id: string }) | null): BoardRule {
  const rule: BoardRule = {
    sessionId: session.id,
    processId: session.processId,
    organisationIds: [...session.organisationIds],
    activityId: running?.id ?? null,
    language: session.language,
    visibility: session.visibility,
    open: session.state !== 'closed',
    locked: true,
    createNotes: 'staff',
    hidden: false,
    anonymous: false,
    groupNotes: 'staff',
    draw: [],
  };
  if (!running || session.state !== 'open') return rule;
  return { ...rule, ...rulesOf(running.settings).board(running) };
}
