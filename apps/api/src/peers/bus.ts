import type { createClient } from '@redis/client';
import type { Logger } from 'pino';

const RETRY_MS = 500;
/** Signs of life come each second; a connection on which nothing comes is dead. */
const SILENT_MS = 5_000;
/** What waits for an answer; beyond it Redis does not keep up, and what is lost is read from the database. */
const WAITING_MAX = 10_000;

function newClient(create: typeof createClient, url: string, log: Pick<Logger, 'warn'>) {
  const client = create({
    url, disableOfflineQueue: true, commandsQueueMaxLength: WAITING_MAX,
    socket: { connectTimeout: SILENT_MS, socketTimeout: SILENT_MS, reconnectStrategy: RETRY_MS },
  });
  let isAway = false;
  client.on('error', (error: unknown) => {
    // Once, not with each attempt.
    if (!isAway) log.warn({ err: error }, 'Redis is away');
    isAway = true;
  });
  client.on('ready', () => {
    isAway = false;
  });
  return client;
}
type Client = ReturnType<typeof newClient>;

/** The way to the other servers; null where there are none. */
export const BUS = Symbol('BUS');

/** Redis's publish and subscribe. What is published while it is away is lost; subscriptions come back by themselves. */
export class Bus {
  readonly #publisher: Client;
  readonly #subscriber: Client;
  readonly #channels = new Map<string, { take: (bytes: Buffer) => void; isOpen: boolean }>();

  private constructor(publisher: Client, subscriber: Client) {
    this.#publisher = publisher;
    this.#subscriber = subscriber;
    this.#subscriber.on('ready', () => {
      for (const [channel, { isOpen }] of this.#channels) if (!isOpen) void this.#open(channel);
    });
  }

  /** The library is read where Redis is used: one server alone has better use for its memory. */
  static async prepare(url: string, log: Pick<Logger, 'warn'>): Promise<Bus> {
    const { createClient } = await import('@redis/client');
    return new Bus(newClient(createClient, url, log), newClient(createClient, url, log));
  }

  /** Connects, again and again until it succeeds. */
  start(): void {
    for (const client of [this.#publisher, this.#subscriber]) client.connect().catch(() => undefined);
  }

  stop(): void {
    for (const client of [this.#publisher, this.#subscriber]) if (client.isOpen) client.destroy();
  }

  /** @throws where Redis is away */
  async publish(channel: string, bytes: Uint8Array): Promise<void> {
    await this.#publisher.publish(channel, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** Resolves once all that is published will be heard, or at once where Redis is away. */
  async subscribe(channel: string, take: (bytes: Buffer) => void): Promise<void> {
    this.#channels.set(channel, { take, isOpen: false });
    if (this.#subscriber.isReady) await this.#open(channel);
  }

  async unsubscribe(channel: string): Promise<void> {
    this.#channels.delete(channel);
    if (this.#subscriber.isReady) await this.#subscriber.unsubscribe(channel).catch(() => undefined);
  }

  async #open(channel: string): Promise<void> {
    const opened = this.#channels.get(channel);
    if (!opened) return;
    opened.isOpen = true;
    try {
      await this.#subscriber.subscribe(channel, (bytes) => this.#channels.get(channel)?.take(bytes), true);
    } catch {
      // Redis went away meanwhile: once more when it is back.
      opened.isOpen = false;
    }
  }
}
