import type { DutyHolderScope, DutyKind } from '@spolu/contracts/duties';
import type { Language } from '@spolu/contracts/common';

/**
 * What one kind of duties is read from: a query of the capability that owns them, over its own tables and the places that stand left of it. One row is one thing that
 * somebody owes, done or not; `Duties` counts, lists and reminds of all kinds by these queries alone.
 */
export interface DutySource {
  kind: DutyKind;
  /**
   * A `select` without parameters that names exactly the columns of {@link DutyColumns}, in that order. It may join `answered (id, at)`: the moment since which each record has
   * an answer.
   */
  sql: string;
}

/** The columns of a {@link DutySource}, and what stands in them. */
export interface DutyColumns {
  /** The same as long as the same thing is owed. */
  id: string;
  /** The records it is about: their ways tell for whom they wait. */
  about_ids: string[];
  /** The process whose office answers for it, or … */
  process_id: string | null;
  /** … the organisation, where it belongs to no process. */
  organisation_id: string | null;
  title: string;
  language: Language | null;
  /** Where it is done, relative. */
  url: string;
  since: Date;
  /** A day, or null: nobody said until when. */
  due_on: string | null;
  /** Null as long as it waits. What is owed no more, undone as it is, is not in the query. */
  done_at: Date | null;
  /**
   * Whom it waits for: an organisation (its officers and members), a body (its chair and secretary), a process (its leads and the officers of its organisations), an author or a member.
   * She has a letter of her own: what waits for her is counted and listed, but nobody is reminded of it and she stands among no holders. A member of a body is reminded, and
   * nobody else reads or counts what waits for her.
   */
  holder_scope: DutyHolderScope;
  /** Of an author: what she was asked, so that nothing of hers is sent; of a member: her person. */
  holder_id: string;
  /** Of an author: the body that asked; of a member: her body. */
  holder_name: string;
  /** Whether whoever sees what it is about may read for whom it waits. */
  is_public: boolean;
}

/** For joins of a query: who answers for a process, as a name. */
export const PROCESS_OFFICE = `(select po.process_id, string_agg(o.name, ', ' order by o.name) as name from process_organisation po join organisation o on o.id = po.organisation_id group by po.process_id)`;
