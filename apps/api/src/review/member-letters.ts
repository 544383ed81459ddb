import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.ts';
import { MailService } from '../mail/mail.service.ts';
import { writeMemberLetter, type MemberLetterFacts } from './member-letter.ts';

/** Writes to the members of a body that something came before it; the secretary and guests have no position to give. */
@Injectable()
export class MemberLetters {
  constructor(
    private readonly identity: IdentityService,
    private readonly mail: MailService,
  ) {}

  /** In the transaction that refers; each person one letter, in her language, whatever she sits there as. Nobody is asked for what is over. */
  async referred(em: EntityManager, { bodyId, ...facts }: Omit<MemberLetterFacts, 'language' | 'origin'> & { bodyId: string }): Promise<void> {
    if (facts.dueOn < (await this.identity.today())) return;
    const members = await this.identity.reachable(em, [{ scope: 'body', scopeId: bodyId, roles: ['chair', 'member'] }]);
    for (const [, { email, language }] of new Map(members.map((member) => [member.personId, member]))) {
      await this.mail.write(em, { to: email, language, ...writeMemberLetter({ language, origin: this.mail.origin, ...facts }) });
    }
  }
}
