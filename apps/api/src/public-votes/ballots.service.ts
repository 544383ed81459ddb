import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { CastPublicBallot, VotingCodes, VotingCodeState } from '@spolu/contracts/public-votes';
import { checkPublicBallot } from '@spolu/deliberation/public-vote';
import type { EntityManager } from 'typeorm';
import { sha256, Transactions } from '../database/transactions.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { type PublicVote, PublicVoteBallot, PublicVoteCode } from './public-vote.entity.ts';
import { castPublicBallot, runPublicVote } from './public-votes.policy.ts';
import { VoteAccess } from './vote-access.ts';
import { marksOf, standingOf, voterOf, type Voter } from './took-part.ts';
import { categoriesOf, holdBox, layAnew, shareBox } from './vote-rows.ts';
import { stateOf } from './vote-state.ts';
import { newVotingCode, readVotingCode } from './voting-code.ts';

const CODES_AT_ONCE = 5_000;

/** Takes each person's ballot once and keeps it so that nobody finds out whose it is (decision 175). */
@Injectable()
export class BallotsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly access: VoteAccess,
    jobs: JobsService,
  ) {
    jobs.do('public-votes.mixed', () => this.mix());
  }

  /**
   * Takes a ballot, for good. The mark and the ballot are written in one transaction and never name one another.
   * @param command sent again with it, it is the same ballot
   * @throws Problem `public-vote/not-open`, `public-vote/closed`, `public-vote/already-voted`, `public-vote/code-invalid`, `public-vote/did-not-take-part`, `public-vote/joined-later`, `signed-out`, and what the rule refuses
   */
  async cast(me: Viewer, id: string, command: string, { ballot, code }: CastPublicBallot): Promise<void> {
    return this.transactions.run(async (em) => {
      const { vote } = await this.access.found(em, me, id, castPublicBallot);
      const { rule, voters } = vote;
      await shareBox(em, id);
      const mark = voters === 'codes' ? codeMark(vote, code) : { by: 'voter' as const, voteId: id, voter: await voterIn(em, me, vote) };
      if ((await commandsOf(em, mark)).includes(command)) return;
      demandOpen(vote, new Date());
      if (mark.by === 'voter' && voters === 'took-part') await demandStanding(em, mark.voter, vote);
      const checked = checkPublicBallot(ballot, rule, await categoriesOf(em, id));
      if (!(await spend(em, mark, command))) return;
      await em.insert(PublicVoteBallot, { id: randomUUID(), voteId: id, value: checked });
    });
  }

  /** @throws Problem `public-vote/code-invalid` */
  async lookUp(me: Viewer, id: string, typed: string): Promise<VotingCodeState> {
    const em = this.transactions.manager;
    const { vote } = await this.access.found(em, me, id, castPublicBallot);
    const { digest } = codeMark(vote, typed);
    const code = await em.findOneBy(PublicVoteCode, { voteId: id, digest });
    if (!code) throw new Problem('public-vote/code-invalid');
    return { used: code.command !== null || code.paper !== null };
  }

  /** New codes in the place of those there were. @throws Problem `conflict` where people vote with accounts, `public-vote/opened` */
  async makeCodes(me: Viewer, id: string, count: number): Promise<VotingCodes> {
    return this.transactions.run(async (em) => {
      const { vote } = await this.access.found(em, me, id, runPublicVote, { lock: true });
      await holdBox(em, id);
      if (vote.voters !== 'codes') throw new Problem('conflict');
      if (!['draft', 'published'].includes(stateOf(vote, new Date()))) throw new Problem('public-vote/opened');
      const codes = new Set<string>();
      while (codes.size < count) codes.add(newVotingCode());
      await em.delete(PublicVoteCode, { voteId: id });
      const digests = [...codes].map((code) => digestOf(id, code));
      for (let from = 0; from < digests.length; from += CODES_AT_ONCE) {
        await em.query('insert into public_vote_code (vote_id, digest, number) select $1, digest, $3 + place from unnest($2::bytea[]) with ordinality as made (digest, place)', [id, digests.slice(from, from + CODES_AT_ONCE), from]);
      }
      await this.identity.audit(em, { by: me, action: 'public-vote.codes-made', subjectKind: 'public-vote', subjectId: id, facts: { count } });
      return { codes: [...codes] };
    });
  }

  /** Lays what came in anew, every few minutes: a copy of the database made meanwhile tells no order either. Sheets of paper are read after the end, too. */
  async mix(now = new Date()): Promise<void> {
    const open = await this.transactions.manager.query<{ id: string }[]>(
      `select id from public_vote where published_at is not null and result is null and opens_at <= $1
        and closes_at > $1::timestamptz - case when voters = 'codes' then interval '30 days' else interval '1 hour' end`, [now]);
    for (const { id } of open) {
      await this.transactions.run(async (em) => {
        await holdBox(em, id);
        await layAnew(em, id);
      });
    }
  }
}

const digestOf = (voteId: string, code: string) => sha256('public-vote', voteId, readVotingCode(code));

/** Where it is marked that somebody has voted. */
type Mark = { by: 'voter'; voteId: string; voter: Voter } | { by: 'code'; voteId: string; digest: Buffer };

/** An account, or where those who took part vote, all that she is in the process. */
async function voterIn(em: EntityManager, me: Viewer, vote: PublicVote): Promise<Voter> {
  if (vote.voters === 'took-part') return voterOf(em, me, vote);
  if (!me.person) throw new Problem('signed-out');
  return { personId: me.person.id, seatIds: [], hasClaimedSeats: false };
}
function codeMark({ id, voters }: PublicVote, code: string | null): Mark & { by: 'code' } {
  if (voters !== 'codes' || code === null) throw new Problem('public-vote/code-invalid');
  return { by: 'code', voteId: id, digest: digestOf(id, code) };
}

async function demandStanding(em: EntityManager, voter: Voter, vote: PublicVote): Promise<void> {
  const standing = await standingOf(em, voter, vote);
  if (standing === 'sign-in') throw new Problem('signed-out');
  if (standing !== 'may-vote') throw new Problem(`public-vote/${standing}`);
}

async function commandsOf(em: EntityManager, mark: Mark): Promise<(string | null)[]> {
  if (mark.by === 'voter') return marksOf(em, mark.voteId, mark.voter);
  const code = await em.findOneBy(PublicVoteCode, { voteId: mark.voteId, digest: mark.digest });
  return code ? [code.command] : [];
}

/** Two at once wait for one another here, on the row. @returns false where the very same command was first @throws Problem `public-vote/already-voted`, `public-vote/code-invalid` */
async function spend(em: EntityManager, mark: Mark, command: string): Promise<boolean> {
  const isSpent = mark.by === 'voter' ? await spendVoter(em, mark.voteId, mark.voter, command) : await spendCode(em, mark, command);
  if (isSpent) return true;
  if ((await commandsOf(em, mark)).includes(command)) return false;
  const isKnown = mark.by === 'voter' || (await em.existsBy(PublicVoteCode, { voteId: mark.voteId, digest: mark.digest }));
  throw new Problem(isKnown ? 'public-vote/already-voted' : 'public-vote/code-invalid');
}

async function spendCode(em: EntityManager, { voteId, digest }: Mark & { by: 'code' }, command: string): Promise<boolean> {
  const used = await em.query<unknown[]>(
    'with used as (update public_vote_code set command = $3 where vote_id = $1 and digest = $2 and command is null and paper is null returning 1) select * from used', [voteId, digest, command]);
  return used.length > 0;
}

const MARK_PERSON = 'insert into public_vote_given (vote_id, person_id, command) values ($1, $2, $3) on conflict do nothing returning 1';
const MARK_SEAT = 'insert into public_vote_guest_given (vote_id, participant_id, command) values ($1, $2, $3) on conflict do nothing returning 1';

/**
 * Marks all that she is, always in the same order so that two never wait for one another. The first mark has the command and is the one that counts; the others have
 * none, so that nothing says which account has which seat.
 * @returns false where her first is marked already @throws Problem `public-vote/already-voted` where another of hers is
 */
async function spendVoter(em: EntityManager, voteId: string, { personId, seatIds }: Voter, command: string): Promise<boolean> {
  const marks = [...(personId === null ? [] : [{ mark: MARK_PERSON, id: personId }]), ...seatIds.map((id) => ({ mark: MARK_SEAT, id }))];
  for (const [i, { mark, id }] of marks.entries()) {
    const added = await em.query<unknown[]>(mark, [voteId, id, i === 0 ? command : null]);
    if (added.length > 0) continue;
    if (i === 0) return false;
    throw new Problem('public-vote/already-voted');
  }
  return true;
}

function demandOpen(vote: PublicVote, now: Date): void {
  const state = stateOf(vote, now);
  if (state === 'draft' || state === 'published') throw new Problem('public-vote/not-open');
  if (state !== 'open') throw new Problem('public-vote/closed');
}
