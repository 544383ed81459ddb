import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What became of a card that was sent. */
export interface Answer {
  text: string;
  status: number;
  /** From the server's problem document; empty where it was taken. */
  code: string;
  sentAt: number;
  at: number;
}

/** Phones without screens that write cards one after the other and send each until it is taken, with the same key, as the phone's queue does. */
export class Writers {
  readonly answers: Answer[] = [];
  private readonly url: string;
  private readonly activityId: string;
  private busy: Promise<void>[] = [];
  private stopped = false;

  private constructor(url: string, activityId: string) {
    this.url = url;
    this.activityId = activityId;
  }

  static async join(url: string, { code, activityId, count }: { code: string; activityId: string; count: number }): Promise<Writers> {
    const writers = new Writers(url, activityId);
    const cookies = await Promise.all(Array.from({ length: count }, async (_, i) => {
      const joined = await writers.post('joins', { code, nickname: `Pisateľ ${i + 1}`, sector: null, language: 'sk' }, randomUUID(), '');
      if (joined.status !== 201) throw new Error(`joining answered ${joined.status}`);
      return joined.headers.getSetCookie()[0]!.split(';')[0]!;
    }));
    writers.busy = cookies.map((cookie, i) => writers.write(cookie, i + 1));
    return writers;
  }

  /** The cards that the server called taken. */
  get taken(): string[] {
    return this.answers.filter(({ status }) => status === 201).map(({ text }) => text);
  }
  /** What was sent and answered in that time: an answer to something sent before may still be on its way. */
  between(from: number, to: number): Answer[] {
    return this.answers.filter(({ sentAt, at }) => sentAt >= from && at <= to);
  }

  /** Nobody begins another card; those under way are sent to their end. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.busy);
  }

  private async write(cookie: string, writer: number): Promise<void> {
    for (let i = 1; !this.stopped; i++) {
      const text = `Lístok ${i} od pisateľa ${writer}`;
      const card = { text, colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString() };
      const key = randomUUID();
      for (let taken = false; !taken;) {
        const sentAt = Date.now();
        const answer = await this.post(`activities/${this.activityId}/cards`, card, key, cookie);
        const { code = '' } = (await answer.json()) as { code?: string };
        this.answers.push({ text, status: answer.status, code, sentAt, at: Date.now() });
        taken = answer.status === 201;
        await pause(300);
      }
    }
  }

  private post(path: string, body: object, key: string, cookie: string): Promise<Response> {
    return fetch(`${this.url}/api/${path}`, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'origin': this.url, 'idempotency-key': key, cookie },
    });
  }
}
