import { randomUUID } from 'node:crypto';

/** Somebody without a screen: a device that keeps its cookie and sends what a page would. */
export class Townsperson {
  private cookie = '';
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  get = <Answer>(path: string): Promise<Answer> => this.send<Answer>('GET', path);
  post = <Answer = undefined>(path: string, body: object = {}): Promise<Answer> => this.send<Answer>('POST', path, body);
  put = (path: string, body: object): Promise<undefined> => this.send('PUT', path, body);
  /** Makes something and gives its id. */
  make = async (path: string, body: object): Promise<string> => (await this.post<{ id: string }>(path, body)).id;
  items = async <Row>(path: string): Promise<Row[]> => (await this.get<{ items: Row[] }>(path)).items;

  private async send<Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/${path}`, {
      method,
      headers: { origin: this.url, cookie: this.cookie, ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const [set] = answer.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0]!;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  }
}
