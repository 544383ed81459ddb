import { Injectable } from '@nestjs/common';
import { Id, Language, type PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { BoardTranslations, NotesToTranslate, NoteToTranslate, TranslateNote } from '@spolu/contracts/second-language';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { BoardsService } from '../../boards/boards.service.ts';
import { Transactions } from '../../database/transactions.ts';
import { byParts, pageOf } from '../../http/page.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { IN_ROOM } from '../activities/q-and-a/question.ts';
import { Rooms } from '../rooms.ts';
import { SessionAccess } from '../session-access.ts';
import { type Session, SessionBoard } from '../session.entity.ts';
import { translateNotes } from '../sessions.policy.ts';
import { NoteTranslation } from './note-translation.entity.ts';
import { digestOf, translationsOf } from './read-translations.ts';

/** A note that lies on one of the session's boards, or a question that everybody reads, as it reads there. */
interface LyingNote {
  contributionId: string;
  boardTitle: string;
  text: string;
}
/** Of these what was written last: the hall is speaking of it. */
const WAITING_FIRST = {
  key: z.tuple([z.int(), Id, Language]),
  keyOf: ({ waits, contributionId, into }: NoteToTranslate): [number, string, Language] => [waits ? 0 : 1, contributionId, into],
  compare: byParts('up', 'down', 'up'),
};

/**
 * What people make of notes, and of the hall's questions, in the session's other language. It goes only where the note goes: whatever lies on no board and is asked nowhere (because it is
 * hidden yet, waits for staff or was taken back) is neither offered for translating nor told.
 */
@Injectable()
export class TranslationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
    private readonly identity: IdentityService,
    private readonly rooms: Rooms,
  ) {}

  /** @throws Problem `not-found` where the viewer may not enter the board */
  async ofBoard(me: Viewer, boardId: string): Promise<BoardTranslations> {
    const { frames } = await this.boards.outline(me, boardId);
    const notes = frames.flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.notes));
    const found = await translationsOf(this.transactions.manager, notes);
    return { notes: [...found].map(([contributionId, translations]) => ({ contributionId, translations })) };
  }

  async list(me: Viewer, sessionId: string, query: PageQuery): Promise<NotesToTranslate> {
    const { session, facts } = await this.access.session(sessionId);
    demand(translateNotes, me, facts);
    const rows = await this.toTranslate(this.transactions.manager, session);
    return { ...pageOf(rows, query, WAITING_FIRST), waitingCount: rows.filter(({ waits }) => waits).length };
  }

  /** @throws Problem `changed-meanwhile`, `not-found` for a note that lies on none of the session's boards and a question that not everybody reads, `invalid-input` for a language that it is not to be read in */
  async translate(me: Viewer, sessionId: string, { contributionId, language, of, text, version }: TranslateNote): Promise<{ version: number }> {
    const { session, facts } = await this.access.session(sessionId);
    demand(translateNotes, me, facts);
    // before the transaction: boards settle what was typed just now on a connection of their own
    const lying = await this.notesOn(sessionId, this.transactions.manager);
    return this.transactions.run(async (em) => {
      const note = lying.find((one) => one.contributionId === contributionId);
      const [contribution] = note ? await this.provenance.contributionsOf(em, [contributionId]) : [];
      if (!note || !contribution || contribution.withdrawn) throw new Problem('not-found');
      if (!languagesFor(session, contribution.language).includes(language)) throw new Problem('invalid-input', {}, [{ path: 'language', code: 'not-allowed' }]);
      if (note.text.trim() !== of) throw new Problem('changed-meanwhile');
      const row = { contributionId, language, text, ofDigest: digestOf(of), version: version + 1, translatedBy: me.person?.id ?? null, translatedAt: new Date() };
      const { affected } = version === 0 ? await addedOnce(em, row) : await em.update(NoteTranslation, { contributionId, language, version }, row);
      if (!affected) throw new Problem('changed-meanwhile');
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
      return { version: row.version };
    });
  }

  private async toTranslate(em: EntityManager, session: Session): Promise<NoteToTranslate[]> {
    if (session.secondLanguage === null) return [];
    const notes = await this.notesOn(session.id, em);
    const ids = notes.map(({ contributionId }) => contributionId);
    const said = new Map((await this.provenance.contributionsOf(em, ids)).map((contribution) => [contribution.id, contribution]));
    const rows = await em.findBy(NoteTranslation, { contributionId: In(ids) });
    const written = new Map(rows.map((row) => [`${row.contributionId} ${row.language}`, row]));
    const names = await this.identity.namesOf(rows.flatMap(({ translatedBy }) => translatedBy ?? []));
    return notes.flatMap((note) => {
      const contribution = said.get(note.contributionId);
      if (!contribution || contribution.withdrawn) return [];
      return languagesFor(session, contribution.language).map((into): NoteToTranslate => {
        const row = written.get(`${note.contributionId} ${into}`);
        const waits = !row || row.text === '' || !row.ofDigest.equals(digestOf(note.text));
        return {
          ...note, text: note.text.trim(), language: contribution.language, into, translation: row?.text ?? '', waits, version: row?.version ?? 0,
          by: row?.translatedBy ? (names.get(row.translatedBy) ?? null) : null,
        };
      });
    });
  }

  /** Of all the session's boards; a note that lies on several is there once. */
  private async notesOn(sessionId: string, em: EntityManager): Promise<LyingNote[]> {
    const boards = await em.find(SessionBoard, { where: { sessionId }, order: { position: 'ASC' } });
    const notes = new Map<string, LyingNote>();
    for (const { boardId } of boards) {
      const { title, worded } = await this.boards.readSeen(boardId);
      for (const { contributionId, text } of worded.notes) if (!notes.has(contributionId)) notes.set(contributionId, { contributionId, boardTitle: title, text });
    }
    return [...notes.values(), ...(await questionsIn(em, sessionId))];
  }
}

/** Those of the session's two languages that a note is not written in. */
const languagesFor = ({ language, secondLanguage }: Session, written: Language): Language[] =>
  secondLanguage === null ? [] : [language, secondLanguage].filter((each) => each !== written);

/** Of the hall, as far as everybody reads them: each is a contribution of the same id. */
const questionsIn = (em: EntityManager, sessionId: string): Promise<LyingNote[]> =>
  em.query(
    `select q.id as "contributionId", a.title as "boardTitle", q.text from question q join activity a on a.id = q.activity_id where a.session_id = $1 and q.state = any($2) order by q.id`, [sessionId, IN_ROOM],
  );

/** Of two who are the first, one is. */
async function addedOnce(em: EntityManager, row: NoteTranslation): Promise<{ affected: number }> {
  const added = await em.createQueryBuilder().insert().into(NoteTranslation).values(row).orIgnore().returning('version').execute();
  return { affected: (added.raw as unknown[]).length };
}
