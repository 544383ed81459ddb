import type { PROBLEMS } from './problem-codes.ts';

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
  /** Over HTTP. */
  status?: number;
  code: ProblemCode;
  facts: ProblemFacts;
  fields?: FieldProblem[];
  /** Ties the answer to the server's log. */
  correlationId?: string;
}

const typeOf = (code: string) => `urn:spolupracovna:problem:${code}`;

/** The problem that a document tells of; null for anything else, as what stands between us and the server may send. */
export function problemIn(body: unknown): Problem | null {
  const { type, code, facts, fields, correlationId } = (body ?? {}) as Partial<ProblemDocument>;
  if (!code || type !== typeOf(code)) return null;
  return new Problem(code, { ...facts, ...(correlationId ? { correlationId } : {}) }, fields);
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

  /** The server failed or was away: what was asked is not refused, and may be asked again. */
  get isServers(): boolean {
    return this.code === 'internal-error' || this.code === 'unavailable';
  }

  toDocument(correlationId?: string): ProblemDocument {
    return {
      type: typeOf(this.code),
      title: this.code,
      code: this.code,
      facts: this.facts,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(correlationId ? { correlationId } : {}),
    };
  }
}
