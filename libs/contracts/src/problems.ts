/**
 * Every expected failure of the product: its code, and the HTTP status it is sent with. The web translates by code;
 * `facts` carry the numbers a person needs to mend it, never personal data.
 */
export const PROBLEMS = {
  'invalid-input': 400,
  'malformed-request': 400,
  'unsafe-key': 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'demo-only': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'changed-meanwhile': 409,
  'idempotency-key-reused': 409,
  'idempotency-key-missing': 400,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'internal-error': 500,
  'unavailable': 503,
  'identity/email-taken': 409,
  'identity/weak-password': 400,
  'identity/link-invalid': 404,
  'identity/last-administrator': 409,
  'identity/name-taken': 409,
  'identity/in-use': 409,
  'identity/role-over': 400,
  'provenance/receipt-invalid': 404,
  'notices/link-invalid': 404,
  'notices/too-many-letters': 429,
  'participation/unknown-commitment': 400,
  'participation/has-sessions': 409,
  'participation/not-taking': 409,
  'board/read-only': 403,
  'board/staff-only': 403,
  'board/hidden': 403,
  'board/locked': 403,
  'board/not-yours': 403,
  'board/invalid-change': 400,
  'board/too-large': 413,
  'board/full': 409,
  'board/own-limit': 409,
  'board/too-long': 400,
  'board/resync': 409,
  'board/newer-version': 409,
  'file/unreadable': 400,
  'file/too-many-pixels': 413,
  'file/full': 409,
  'import/faulty': 400,
  'import/nothing': 400,
  'session/code-invalid': 404,
  'session/closed': 409,
  'session/not-open': 409,
  'session/door-closed': 403,
  'session/full': 409,
  'session/removed': 403,
  'session/unknown-method': 404,
  'registration/closed': 409,
  'registration/no-room': 409,
  'registration/receipt-invalid': 404,
  'registration/cancelled': 409,
  'report/session-runs': 409,
  'report/full': 409,
  'meaning/over': 409,
  'survey/link-invalid': 404,
  'survey/closed': 409,
  'survey/already-given': 409,
  'hand/other-called': 409,
  'activity/not-running': 409,
  'activity/already-started': 409,
  'activity/not-ended': 409,
  'activity/other-running': 409,
  'activity/too-late': 409,
  'activity/already-revealed': 409,
  'activity/no-board': 409,
  'activity/no-clusters': 409,
  'activity/note-limit': 409,
  'activity/text-hidden': 403,
  'card/moderated': 409,
  'brainwriting/sheet-full': 409,
  'round-robin/not-your-turn': 409,
  'brainwriting/not-your-sheet': 409,
  'brainwriting/last-round': 409,
  'question/answered': 409,
  'question/own': 409,
  'vote/over-budget': 409,
  'vote/over-limit': 409,
  'vote/unknown-option': 400,
  'vote/option-twice': 400,
  'vote/reason-missing': 400,
  'answer/already-given': 409,
  'vote/no-options': 409,
  'vote/result-shown': 409,
  'vote/too-late': 409,
  'breakout/no-table': 409,
  'breakout/table-full': 409,
  'breakout/not-a-member': 409,
  'ideathon/not-now': 409,
  'ideathon/team-full': 409,
  'ideathon/too-many-teams': 409,
  'jury/not-a-juror': 403,
  'jury/not-begun': 409,
  'jury/begun': 409,
  'jury/full': 409,
  'jury/not-ready': 409,
  'jury/undeclared': 409,
  'jury/conflict-of-interest': 403,
  'jury/not-opened': 409,
  'jury/opened': 409,
  'jury/fixed': 409,
  'jury/not-fixed': 409,
  'idea/cluster-open': 409,
  'idea/already-confirmed': 409,
  'idea/not-current': 409,
  'idea/went-further': 409,
  'idea/evidence-left': 400,
  'idea/not-taken-now': 409,
  'idea/category-in-use': 409,
  'assessment/criteria-fixed': 409,
  'assessment/incomplete': 409,
  'assessment/published': 409,
  'assessment/not-given': 409,
  'assessment/begun': 409,
  'assessment/sheet-unreadable': 400,
  'dossier/nothing-to-publish': 409,
  'dossier/uncited': 409,
  'dossier/unknown-idea': 400,
  'dossier/referred': 409,
  'review/no-quorum': 409,
  'review/not-a-member': 403,
  'review/deadline-passed': 409,
  'review/opinion-adopted': 409,
  'review/conflict-declared': 409,
  'review/opinions-missing': 409,
  'review/decided': 409,
  'review/day-in-future': 400,
  'review/before-referral': 400,
  'review/before-opinion': 400,
  'review/unknown-recommendation': 404,
  'review/meeting-state': 409,
  'review/item-adopted': 409,
  'commitment/unknown-decision': 400,
  'commitment/delay-needs-reason': 400,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemFacts = Record<string, string | number | boolean | string[] | null>;

/** One field of a refused request: `path` as in `notes.0.text`, `code` a key of the web's field messages. */
export interface FieldProblem {
  path: string;
  code: 'required' | 'too-long' | 'too-short' | 'too-many' | 'too-small' | 'too-big' | 'not-allowed' | 'format' | 'unknown-field' | 'type';
  /** The limit that was broken, where there is one. */
  limit?: number;
}

/** The body of every refusal (RFC 9457, `application/problem+json`). */
export interface ProblemDocument {
  /** `urn:spolupracovna:problem:<code>` */
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  facts: ProblemFacts;
  fields?: FieldProblem[];
  /** Ties the answer to the server's log. */
  correlationId?: string;
}

/** An expected failure, thrown by rules and services and sent as a {@link ProblemDocument}. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  readonly fields: FieldProblem[] | undefined;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, fields?: FieldProblem[]) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }

  get status(): number {
    return PROBLEMS[this.code];
  }

  toDocument(correlationId?: string): ProblemDocument {
    return {
      type: `urn:spolupracovna:problem:${this.code}`,
      title: this.code,
      status: this.status,
      code: this.code,
      facts: this.facts,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(correlationId ? { correlationId } : {}),
    };
  }
}
