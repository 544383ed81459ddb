import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { MailService } from '../../mail/mail.service.ts';
import { writeMeetingLetter, type MeetingLetterFacts } from './meeting-letter.ts';

/** Writes to the people of a body about its meetings. */
@Injectable()
export class MeetingLetters {
  constructor(
    private readonly identity: IdentityService,
    private readonly mail: MailService,
  ) {}

  /** In the transaction of what they are told; each person one letter, in her language. Whoever does it needs none. @returns how many were written to */
  async tell(em: EntityManager, me: Viewer, { bodyId, ...facts }: Omit<MeetingLetterFacts, 'language' | 'origin'> & { bodyId: string }): Promise<number> {
    const people = await this.identity.reachable(em, [{ scope: 'body', scopeId: bodyId, roles: ['chair', 'secretary', 'member', 'guest'] }]);
    const told = new Map(people.filter(({ personId }) => personId !== me.person?.id).map((one) => [one.personId, one]));
    for (const { email, language } of told.values()) await this.mail.write(em, { to: email, language, ...writeMeetingLetter({ language, origin: this.mail.origin, ...facts }) });
    return told.size;
  }
}
