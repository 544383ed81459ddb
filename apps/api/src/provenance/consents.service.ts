import { Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { ConsentKind, ConsentView, DecideConsent } from '@spolu/contracts/consents';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { sha256, Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { ConsentEntry, type ConsentSubjectKind } from './consent-entry.entity.ts';
import { textOf, versionOf } from './consent-texts.ts';
import { decideOwnConsent } from './provenance.policy.ts';

/** Who decides, in which session, or in which process at its desk. */
export interface ConsentSubject {
  kind: ConsentSubjectKind;
  id: string;
  sessionId: string | null;
  processId?: string | null;
}

/** What somebody in the room is asked; `contact` needs an address, which only signing up asks for. */
const OF_PARTICIPANTS: readonly ConsentKind[] = ['quote', 'photo'];
/** What somebody is asked for whom an official writes: no picture is taken there, and an address she leaves herself by her receipt. */
const AT_THE_DESK: readonly ConsentKind[] = ['quote'];

/** What people agreed to in a session, as a log of decisions (SEC-60). Whoever quotes or shows asks here first. */
@Injectable()
export class ConsentsService {
  constructor(private readonly transactions: Transactions) {}

  /** Adds a decision to the log; one that changes nothing adds nothing. @throws Problem `changed-meanwhile` where she read an older text than is asked now */
  async decide(em: EntityManager, subject: ConsentSubject, { kind, given, version, language }: DecideConsent): Promise<void> {
    // taking back needs no new text
    if (given && version !== versionOf(kind)) throw new Problem('changed-meanwhile');
    const before = (await standing(em, subject.id)).get(kind);
    if ((before?.given ?? false) === given && (!given || before?.textVersion === version)) return;
    await em.insert(ConsentEntry, { id: newId(), sessionId: subject.sessionId, processId: subject.processId ?? null, subjectKind: subject.kind, subjectId: subject.id, kind, given, textVersion: version, language });
  }

  /** The texts of `kinds` with what was decided last; nobody yet: none is given. */
  async view(kinds: readonly ConsentKind[], language: Language, subjectId: string | null = null, em: EntityManager = this.transactions.manager): Promise<ConsentView[]> {
    const decided = subjectId === null ? new Map<ConsentKind, Standing>() : await standing(em, subjectId);
    return kinds.map((kind) => {
      const last = decided.get(kind);
      return { kind, version: versionOf(kind), text: textOf(kind, language), language, given: last?.given ?? false, decidedAt: last?.at.toISOString() ?? null };
    });
  }

  /** Those of a session for whom `kind` holds now. */
  async givenBy(em: EntityManager, sessionId: string, kind: ConsentKind): Promise<Set<string>> {
    const rows = await em.query<{ subjectId: string }[]>(
      `select "subjectId" from (
        select distinct on (subject_id) subject_id as "subjectId", given from consent_entry where session_id = $1 and kind = $2 order by subject_id, at desc, id desc
      ) as newest where given`,
      [sessionId, kind],
    );
    return new Set(rows.map(({ subjectId }) => subjectId));
  }

  /** How often people of a session took `kind` back: grows with each, whatever they decide later. */
  async withdrawals(em: EntityManager, sessionId: string, kind: ConsentKind): Promise<number> {
    return em.countBy(ConsentEntry, { sessionId, kind, given: false });
  }

  /** What an official reads to somebody at the desk. */
  async atTheDesk(language: Language): Promise<ConsentView[]> {
    return this.view(AT_THE_DESK, language);
  }

  /** Whether `kind` holds now for one who was asked somewhere. */
  async holds(em: EntityManager, subjectId: string, kind: ConsentKind): Promise<boolean> {
    return (await standing(em, subjectId)).get(kind)?.given ?? false;
  }

  async ofParticipant(me: Viewer, participantId: string, language: Language): Promise<ConsentView[]> {
    demand(decideOwnConsent, me, { participantId });
    return this.view(OF_PARTICIPANTS, language, participantId);
  }

  /** Her own device decides. */
  async decideAsParticipant(me: Viewer, participantId: string, decision: DecideConsent): Promise<void> {
    demand(decideOwnConsent, me, { participantId });
    const sessionId = me.participants.find(({ id }) => id === participantId)!.sessionId;
    if (sessionId === null) throw new Problem('not-found');
    await this.transactions.run((em) => this.decideFor(em, { kind: 'participant', id: participantId, sessionId }, decision));
  }

  /** Whoever holds a receipt in force is its participant. @throws Problem `provenance/receipt-invalid` */
  async decideByReceipt(secret: string, decision: DecideConsent): Promise<void> {
    await this.transactions.run(async (em) => {
      const [owner] = await em.query<{ id: string; sessionId: string | null; processId: string | null }[]>(
        `select p.id, p.session_id as "sessionId", p.process_id as "processId" from receipt join participant p on p.id = receipt.participant_id
          where receipt.secret_hash = $1 and receipt.ended_at is null and (p.session_id is not null or not p.has_device)`,
        [sha256(secret)],
      );
      if (!owner) throw new Problem('provenance/receipt-invalid');
      await this.decideFor(em, { kind: 'participant', ...owner }, decision);
    });
  }

  /** For whoever showed a receipt of this participant; a guest who wrote online has no name and is asked for nothing. */
  async ofReceipt(participantId: string, language: Language): Promise<ConsentView[]> {
    const [seat] = await this.transactions.manager.query<{ inSession: boolean; hasDevice: boolean }[]>(
      'select session_id is not null as "inSession", has_device as "hasDevice" from participant where id = $1', [participantId]);
    if (!seat || (!seat.inSession && seat.hasDevice)) return [];
    return this.view(seat.inSession ? OF_PARTICIPANTS : AT_THE_DESK, language, participantId);
  }

  private async decideFor(em: EntityManager, subject: ConsentSubject, decision: DecideConsent): Promise<void> {
    if (!(subject.sessionId === null ? AT_THE_DESK : OF_PARTICIPANTS).includes(decision.kind)) throw new Problem('invalid-input', {}, [{ path: 'kind', code: 'not-allowed' }]);
    // two devices of one person decide one after the other
    await em.query('select 1 from participant where id = $1 for no key update', [subject.id]);
    await this.decide(em, subject, decision);
  }
}

type Standing = Pick<ConsentEntry, 'kind' | 'given' | 'textVersion' | 'at'>;

async function standing(em: EntityManager, subjectId: string): Promise<Map<ConsentKind, Standing>> {
  const entries = await em.find(ConsentEntry, { where: { subjectId }, order: { at: 'ASC', id: 'ASC' } });
  return new Map(entries.map((entry) => [entry.kind, entry]));
}
