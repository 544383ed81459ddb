import { Inject, Injectable } from '@nestjs/common';
import type { Language, Page, PageQuery } from '@spolu/contracts/common';
import type { MailView } from '@spolu/contracts/mail';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { CONFIG, phoneUrl, type Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { Mail } from './mail.entity.ts';
import { readOutbox } from './mail.policy.ts';
import { MailTransport } from './mail-transport.ts';

const KEY = z.tuple([MomentKey, z.uuid()]);
const WRITTEN_KEY = momentKey('written_at');
const KEPT_DAYS = 30;

/** What somebody to the right wants to write. The subject is ours alone: nobody's words stand in a header. */
export interface NewMail {
  to: string;
  language: Language;
  subject: string;
  body: string;
  unsubscribeUrl?: string;
  /** What makes us write, for `writtenToday`. */
  aboutId?: string;
}

/** The outbox. */
@Injectable()
export class MailService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MailTransport) private readonly transport: MailTransport | null,
  ) {
    jobs.do('mail.written', ({ mailId }) => this.send(mailId));
    jobs.do('mails.aged', () => this.forget());
  }

  /** Where links in letters lead. */
  get origin(): string {
    return phoneUrl(this.config, this.config.port);
  }

  /** Puts a letter into the outbox, in the caller's transaction; it is sent once that is committed. */
  async write(em: EntityManager, { to, language, subject, body, unsubscribeUrl, aboutId }: NewMail): Promise<void> {
    const id = newId();
    await em.insert(Mail, { id, toAddress: to, language, subject, body, unsubscribeUrl: unsubscribeUrl ?? null, aboutId: aboutId ?? null });
    await this.jobs.add(em, 'mail.written', { mailId: id });
  }

  /** How many letters about one thing were written within a day. */
  async writtenToday(em: EntityManager, aboutId: string): Promise<number> {
    const [row] = await em.query<{ count: number }[]>(`select count(*)::int as count from mail where about_id = $1 and written_at > now() - interval '1 day'`, [aboutId]);
    return row!.count;
  }

  /** The letters of the last month, the newest first, as they would be or were sent. */
  async list(me: Viewer, query: PageQuery): Promise<Page<MailView>> {
    demand(readOutbox, me);
    const [at, id] = startOf(query, KEY) ?? [null, null];
    const rows = await this.transactions.manager.query<(Omit<MailView, 'writtenAt' | 'sentAt'> & { key: string; writtenAt: Date; sentAt: Date | null })[]>(
      `select id, to_address as "to", language, subject, body, unsubscribe_url as "unsubscribeUrl", written_at as "writtenAt", sent_at as "sentAt", ${WRITTEN_KEY} as key
      from mail where $1::timestamptz is null or (written_at, id) < ($1::timestamptz, $2::uuid) order by written_at desc, id desc limit $3`,
      [at, id, query.limit + 1],
    );
    return page(rows, query, (row) => [row.key, row.id], ({ key: _, writtenAt, sentAt, ...row }) => ({ ...row, writtenAt: writtenAt.toISOString(), sentAt: sentAt?.toISOString() ?? null }));
  }

  /** Whether letters leave the house at all. */
  get sends(): boolean {
    return this.transport !== null;
  }

  private async send(mailId: string): Promise<void> {
    if (!this.transport) return;
    const mail = await this.transactions.manager.findOneBy(Mail, { id: mailId });
    if (!mail || mail.sentAt || mail.body === null) return;
    const headers: Record<string, string> = { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' };
    if (mail.unsubscribeUrl) {
      headers['List-Unsubscribe'] = `<${mail.unsubscribeUrl}>`;
      headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
    }
    await this.transport.send({ to: mail.toAddress, subject: mail.subject, text: mail.body, headers });
    await this.transactions.run((em) => em.update(Mail, { id: mailId }, { sentAt: new Date(), body: null, unsubscribeUrl: null }));
  }

  private async forget(): Promise<void> {
    await this.transactions.run((em) => em.query('delete from mail where written_at < now() - make_interval(days => $1)', [KEPT_DAYS]));
  }
}
