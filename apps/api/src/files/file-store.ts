import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface StoredFile {
  key: string;
  storedAt: Date;
}

/** Where the bytes of files lie. As much as a bucket of an S3-compatible store can do, and no more. */
export abstract class FileStore {
  /** All or nothing: a reader never finds half of it. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  abstract get(key: string): Promise<Buffer | undefined>;
  /** Nothing happens where there is none. */
  abstract remove(key: string): Promise<void>;
  abstract list(): AsyncIterable<StoredFile>;
}

/** Keys are of our own making; anything else would be a path. */
const KEY = /^[0-9a-f-]{36}(\.[a-z]+){1,2}$/;
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files in a folder, outside of what the web server shows. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(key);
    const half = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, bytes, { mode: 0o600 });
    await rename(half, path);
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#pathOf(key));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  remove(key: string): Promise<void> {
    return rm(this.#pathOf(key), { force: true });
  }

  async *list(): AsyncIterable<StoredFile> {
    for (const shelf of await this.#namesIn(this.folder)) {
      for (const name of await this.#namesIn(join(this.folder, shelf))) {
        try {
          yield { key: name, storedAt: (await stat(join(this.folder, shelf, name))).mtime };
        } catch (error) {
          if (!isMissing(error)) throw error;
        }
      }
    }
  }

  /** Ids begin with the time, so their last signs spread them evenly. */
  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('no key of a file');
    return join(this.folder, key.slice(34, 36), key);
  }

  async #namesIn(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}
