/** The device could not keep what was written (its storage is full): the words stay where they were typed. */
export class BrowserStorageFull extends Error {
  constructor(cause: unknown) {
    super('storage full', { cause });
    this.name = 'BrowserStorageFull';
  }
}
