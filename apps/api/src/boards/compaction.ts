import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

export interface ToCompact {
  state: Uint8Array;
  updates: readonly Uint8Array[];
}
type Answer = { id: number; made: Uint8Array; error?: undefined } | { id: number; made?: undefined; error: unknown };
interface Waiting {
  resolve: (state: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** A thread that has nothing to do for so long is ended: it holds what it took for the largest board. */
const IDLE_MS = 10_000;

/** Beside this file in the built program; the tests, which run the sources, take the built one. */
const BESIDE = new URL('./compaction-thread.js', import.meta.url);
const THREAD = existsSync(BESIDE) ? BESIDE : new URL('../../dist/boards/compaction-thread.js', import.meta.url);

/** Folds the logs of boards into states in a thread of its own, so that nobody waits while a large board is written out (a quarter of a second for 5,000 notes). */
@Injectable()
export class Compaction implements OnApplicationShutdown {
  #thread: Worker | null = null;
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws where the thread ended, or the updates are no updates; the next call starts another */
  compact({ state, updates }: ToCompact): Promise<Uint8Array> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const thread = this.#start();
      thread.ref();
      thread.postMessage({ id, state, updates });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    clearTimeout(this.#idle);
    if (this.#thread) return this.#thread;
    const thread = new Worker(THREAD);
    thread.on('message', ({ id, made, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#rest(thread);
      if (made) waiting?.resolve(made);
      else waiting?.reject(error);
    });
    thread.on('error', (error) => this.#end(thread, error));
    thread.on('exit', () => this.#end(thread, new Error('the thread of compaction ended')));
    this.#thread = thread;
    return thread;
  }

  /** It keeps no program alive that has nothing else to do. */
  #rest(thread: Worker): void {
    thread.unref();
    this.#idle = setTimeout(() => void thread.terminate(), IDLE_MS).unref();
  }

  #end(thread: Worker, error: unknown): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    clearTimeout(this.#idle);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
