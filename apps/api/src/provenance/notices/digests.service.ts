import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { Logger } from 'pino';
import { v7 as newId } from 'uuid';
import { sha256, Transactions } from '../../database/transactions.ts';
import { newSecret } from '../../http/edge.ts';
import { LOGGER } from '../../http/logger.ts';
import { NOBODY, type PlaceTaken, type Viewer } from '../../http/viewer.ts';
import { JobsService } from '../../jobs/jobs.service.ts';
import { MailService } from '../../mail/mail.service.ts';
import { writeDigest } from './digest.ts';
import { NOTICE_FACTS, NoticesService, toView, type NoticeFacts } from './notices.service.ts';

/** Letters go out from this hour of the town's day on. */
const HOUR = 7;
/** What could not be told by mail so long is told in the application alone. */
const TOLD_WITHIN_DAYS = 30;
const UNSUBSCRIBE_DAYS = 365;
/** Read at once: more than a letter writes out, so that it can say how many more there are. */
const NOTICES_READ_MAX = 200;

interface Due {
  personId: string | null;
  participantId: string | null;
}
interface Reader extends Due {
  addressId: string;
  email: string;
  language: Language;
}

/**
 * Whose letter is due. Parameters $1: now, $2: the hour. A week's letter goes out on Monday, a day's each morning; what is older than the last such
 * moment, and was not looked at since, is due.
 */
const DUE = `
  with slot as (
    select ((date_trunc('day', at - make_interval(hours => $2)) + make_interval(hours => $2)) at time zone time_zone) as daily,
      ((date_trunc('week', at - make_interval(hours => $2)) + make_interval(hours => $2)) at time zone time_zone) as weekly
    from (select time_zone, $1::timestamptz at time zone time_zone as at from installation) local
  ), waiting as (
    select person_id, participant_id, min(at) as since from notice
    where mailed_at is null and read_at is null and at > $1::timestamptz - make_interval(days => ${TOLD_WITHIN_DAYS}) group by person_id, participant_id
  )
  select w.person_id as "personId", w.participant_id as "participantId"
  from slot, waiting w left join notice_address a on a.person_id = w.person_id or a.participant_id = w.participant_id left join person p on p.id = w.person_id
  where (w.participant_id is null or a.confirmed_at is not null) and (w.person_id is null or p.active and p.email is not null)
    and case coalesce(a.frequency, 'weekly')
      when 'at-once' then true
      when 'daily' then greatest(a.looked_at, w.since) < slot.daily
      when 'weekly' then greatest(a.looked_at, w.since) < slot.weekly
      else false end`;

/** Letters about what is new, to those who want them, as often as they want them. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticesService,
    private readonly mail: MailService,
    @Inject(LOGGER) private readonly logger: Logger,
    jobs: JobsService,
  ) {
    jobs.do('notices.mail-due', () => this.writeDue());
  }

  /** Writes each letter in a transaction of its own: one that fails holds up nobody else's. */
  async writeDue(now = new Date()): Promise<void> {
    const due = await this.transactions.manager.query<Due[]>(DUE, [now, HOUR]);
    for (const reader of due) {
      try {
        await this.write(reader, now);
      } catch (error) {
        this.logger.error({ err: error }, 'a digest could not be written');
      }
    }
    await this.transactions.run((em) => em.query('delete from notice_unsubscribe where made_at < $1::timestamptz - make_interval(days => $2)', [now, UNSUBSCRIBE_DAYS]));
  }

  private async write({ personId, participantId }: Due, now: Date): Promise<void> {
    await this.transactions.run(async (em) => {
      if (personId) await em.query(`insert into notice_address (id, person_id, frequency) values ($1, $2, 'weekly') on conflict (person_id) do nothing`, [newId(), personId]);
      // Two processes at once: the second waits here, and finds that all was told.
      const [reader] = await em.query<Reader[]>(
        `select a.id as "addressId", a.person_id as "personId", a.participant_id as "participantId", coalesce(a.email, p.email) as email, coalesce(a.language, p.language) as language
        from notice_address a left join person p on p.id = a.person_id where a.person_id = $1 or a.participant_id = $2 for update of a`,
        [personId, participantId],
      );
      if (!reader) return;
      await em.query('update notice_address set looked_at = $2 where id = $1', [reader.addressId, now]);
      const waiting = await em.query<NoticeFacts[]>(
        `select ${NOTICE_FACTS} where (n.person_id = $1 or n.participant_id = $2) and n.mailed_at is null and n.read_at is null
          and n.at > $3::timestamptz - make_interval(days => ${TOLD_WITHIN_DAYS}) order by n.at, n.id limit ${NOTICES_READ_MAX}`,
        [personId, participantId, now],
      );
      const viewer = await this.viewerOf(reader);
      const notices = await this.notices.seenBy(viewer, waiting);
      const news = personId === null ? [] : await this.notices.newsToMail(em, viewer, new Date(now.getTime() - TOLD_WITHIN_DAYS * 86_400_000));
      if (notices.length + news.length === 0) return;
      const secret = newSecret();
      await em.query('insert into notice_unsubscribe (secret_hash, address_id, made_at) values ($1, $2, $3)', [sha256(secret), reader.addressId, now]);
      await em.query('update notice set mailed_at = $2 where id = any($1::uuid[])', [[...notices, ...news].map(({ id }) => id), now]);
      const { language, email } = reader;
      const origin = this.mail.origin;
      await this.mail.write(em, {
        to: email, language, unsubscribeUrl: `${origin}/api/one-click-unsubscribes/${secret}`,
        ...writeDigest({ language, origin, notices: notices.map(toView), news, unsubscribeSecret: secret, guest: participantId !== null }),
      });
    });
  }

  /** As whom a letter is written: somebody who took part where she did, and holds no office. A mailbox is read by others more easily than an account. */
  private async viewerOf({ personId, participantId }: Due): Promise<Viewer> {
    const participants = await this.transactions.manager.query<PlaceTaken[]>(
      `select id, session_id as "sessionId", process_id as "processId" from participant where (person_id = $1 or id = $2) and removed_at is null`, [personId, participantId]);
    return { ...NOBODY, person: personId ? { id: personId, name: '' } : null, participants };
  }
}
