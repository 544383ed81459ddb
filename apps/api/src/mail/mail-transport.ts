import { createTransport } from 'nodemailer';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** By RFC 2369 and RFC 8058. */
  headers: Record<string, string>;
}

/** Hands letters on. The application has none where no mail server is configured: then they stay in the outbox. */
export abstract class MailTransport {
  /** @throws what the mail server answered, where it took nothing */
  abstract send(letter: Letter): Promise<void>;
}

/** By SMTP, with the encryption the address asks for (`smtps:`) or the server offers. */
export class SmtpTransport extends MailTransport {
  readonly #server;
  readonly #from: string;

  constructor(url: string, from: string) {
    super();
    this.#server = createTransport({ url, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, disableFileAccess: true, disableUrlAccess: true });
    this.#from = from;
  }

  async send(letter: Letter): Promise<void> {
    await this.#server.sendMail({ from: this.#from, ...letter });
  }
}
