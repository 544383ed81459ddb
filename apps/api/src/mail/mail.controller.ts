import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '@spolu/contracts/common';
import type { Outbox } from '@spolu/contracts/mail';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { readOutbox } from './mail.policy.ts';
import { MailService } from './mail.service.ts';

@Controller()
export class MailController {
  constructor(private readonly mail: MailService) {}

  @Get('mails')
  @May(readOutbox)
  async list(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Outbox> {
    return { ...(await this.mail.list(me, query)), sends: this.mail.sends };
  }
}
