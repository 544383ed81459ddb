/** Numbers what is said on each topic, and what has been heard of each speaker: who hears number 7 after number 5 knows that she missed something. */
export class Sequences {
  readonly #said = new Map<string, number>();
  readonly #heard = new Map<string, Map<string, number>>();

  /** The number of the next message on this topic. */
  next(topic: string): number {
    const number = this.said(topic) + 1;
    this.#said.set(topic, number);
    return number;
  }
  /** The last number said on this topic. */
  said(topic: string): number {
    return this.#said.get(topic) ?? 0;
  }

  /** @returns false where something before this message was not heard */
  hear(speaker: string, topic: string, number: number): boolean {
    const isNext = number === this.#last(speaker, topic) + 1;
    this.#note(speaker, topic, number);
    return isNext;
  }

  /** What a speaker says she has said on this topic so far. @returns false where not all of it was heard */
  compare(speaker: string, topic: string, said: number): boolean {
    const isAll = this.#last(speaker, topic) === said;
    this.#note(speaker, topic, said);
    return isAll;
  }

  forgetTopic(topic: string): void {
    for (const topics of this.#heard.values()) topics.delete(topic);
  }
  forgetSpeaker(speaker: string): void {
    this.#heard.delete(speaker);
  }

  #last(speaker: string, topic: string): number {
    return this.#heard.get(speaker)?.get(topic) ?? 0;
  }
  #note(speaker: string, topic: string, number: number): void {
    const topics = this.#heard.get(speaker);
    if (topics) topics.set(topic, number);
    else this.#heard.set(speaker, new Map([[topic, number]]));
  }
}
