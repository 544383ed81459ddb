import { Injectable } from '@nestjs/common';
import type { GuestAddress, LeaveAddress, NoticeChoice } from '@spolu/contracts/notices';
import { Problem } from '@spolu/contracts/problems';
import { v7 as newId } from 'uuid';
import { sha256, Transactions } from '../../database/transactions.ts';
import { newSecret } from '../../http/edge.ts';
import { demand, signedIn } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { MailService } from '../../mail/mail.service.ts';
import { ReceiptsService } from '../receipts.service.ts';
import { writeConfirmation } from './digest.ts';
import { NoticeAddress } from './notice.entity.ts';

const CONFIRM_DAYS = 2;
/** Letters that ask whether an address is right, to one guest on one day: a receipt must not be a way to pester others. */
const CONFIRMATIONS_A_DAY = 3;

/** Whether and how often people are told by mail. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly receipts: ReceiptsService,
    private readonly mail: MailService,
  ) {}

  async choice(me: Viewer): Promise<NoticeChoice> {
    demand(signedIn, me);
    const found = await this.transactions.manager.findOneBy(NoticeAddress, { personId: me.person!.id });
    return { frequency: found?.frequency ?? 'weekly' };
  }

  async choose(me: Viewer, { frequency }: NoticeChoice): Promise<void> {
    demand(signedIn, me);
    await this.transactions.run((em) => em.query(
      `insert into notice_address (id, person_id, frequency) values ($1, $2, $3) on conflict (person_id) do update set frequency = excluded.frequency`,
      [newId(), me.person!.id, frequency],
    ));
  }

  /** @throws Problem `provenance/receipt-invalid` */
  async ofReceipt(secret: string): Promise<GuestAddress> {
    const em = this.transactions.manager;
    const { participantId } = await this.receipts.holderOf(em, secret);
    const found = await em.findOneBy(NoticeAddress, { participantId });
    return { email: found?.email ?? null, confirmed: found !== null && found.confirmedAt !== null, frequency: found?.frequency ?? 'weekly' };
  }

  /**
   * A guest leaves an address, or another one, or wishes to be told more or less often. Nothing is written to an address before its link was opened, but for that link.
   * @throws Problem `provenance/receipt-invalid`, `notices/too-many-letters`
   */
  async leave({ secret, email, language, frequency }: LeaveAddress): Promise<void> {
    await this.transactions.run(async (em) => {
      const { participantId } = await this.receipts.holderOf(em, secret);
      // two devices of one guest one after the other
      await em.query('select 1 from participant where id = $1 for no key update', [participantId]);
      const before = await em.findOneBy(NoticeAddress, { participantId });
      if (before?.confirmedAt && before.email === email) {
        await em.update(NoticeAddress, { id: before.id }, { language, frequency });
        return;
      }
      if ((await this.mail.writtenToday(em, participantId)) >= CONFIRMATIONS_A_DAY) throw new Problem('notices/too-many-letters');
      const confirmSecret = newSecret();
      const confirmUntil = new Date(Date.now() + CONFIRM_DAYS * 86_400_000);
      const asked = { email, language, frequency, confirmHash: sha256(confirmSecret), confirmUntil, confirmedAt: null };
      if (before) await em.update(NoticeAddress, { id: before.id }, asked);
      else await em.insert(NoticeAddress, { id: newId(), participantId, ...asked });
      await this.mail.write(em, { to: email, language, aboutId: participantId, ...writeConfirmation({ language, origin: this.mail.origin, secret: confirmSecret }) });
    });
  }

  /** She opened the link that was sent to her address. @throws Problem `notices/link-invalid` */
  async confirm(secret: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const confirmed = await em.query<unknown[]>(
        `with confirmed as (
          update notice_address set confirmed_at = now(), confirm_hash = null, confirm_until = null where confirm_hash = $1 and confirm_until > now() returning id
        ) select id from confirmed`,
        [sha256(secret)],
      );
      if (confirmed.length === 0) throw new Problem('notices/link-invalid');
    });
  }

  /** A guest's address is gone, and with it what was noted for her. @throws Problem `provenance/receipt-invalid` */
  async remove(secret: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { participantId } = await this.receipts.holderOf(em, secret);
      await em.delete(NoticeAddress, { participantId });
      await em.query('delete from notice where participant_id = $1', [participantId]);
    });
  }

  /** By the secret of any letter of the last year: no more are written, until she asks for them. @throws Problem `notices/link-invalid` */
  async unsubscribe(secret: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const ended = await em.query<unknown[]>(
        `with ended as (
          update notice_address a set frequency = 'never' from notice_unsubscribe u where u.secret_hash = $1 and a.id = u.address_id returning a.id
        ) select id from ended`,
        [sha256(secret)],
      );
      if (ended.length === 0) throw new Problem('notices/link-invalid');
    });
  }
}
