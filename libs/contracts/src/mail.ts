import type { Language, Page } from './common.ts';

/** A letter of the application. What was sent keeps no body. */
export interface MailView {
  id: string;
  to: string;
  language: Language;
  subject: string;
  body: string | null;
  unsubscribeUrl: string | null;
  writtenAt: string;
  sentAt: string | null;
}
/** GET /api/mails → Outbox (administrators), the newest first, those of the last 30 days. */
export interface Outbox extends Page<MailView> {
  /** Whether a mail server is configured; without one letters stay here. */
  sends: boolean;
}
