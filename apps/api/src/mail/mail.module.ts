import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.ts';
import { MailController } from './mail.controller.ts';
import { MailService } from './mail.service.ts';
import { MailTransport, SmtpTransport } from './mail-transport.ts';

@Global()
@Module({
  controllers: [MailController],
  providers: [
    MailService,
    { provide: MailTransport, inject: [CONFIG], useFactory: ({ smtpUrl, mailFrom }: Config) => (smtpUrl && mailFrom ? new SmtpTransport(smtpUrl, mailFrom) : null) },
  ],
  exports: [MailService],
})
export class MailModule {}
