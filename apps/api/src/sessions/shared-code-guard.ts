import { z } from 'zod';
import { notice, type Peers } from '../peers/peers.ts';
import { CodeGuard } from './code-guard.ts';

/** A code was tried at another server, and was wrong, or somebody came in. The address is kept nowhere on the way. */
export const CodeTried = notice('code.tried', z.strictObject({ address: z.string(), isRight: z.boolean() }));

/** One budget of wrong codes at all servers (SEC-49): more of them are not more doors. */
export class SharedCodeGuard extends CodeGuard {
  readonly #peers: Peers;

  constructor(peers: Peers) {
    super();
    this.#peers = peers;
    peers.on(CodeTried, ({ address, isRight }) => {
      if (isRight) super.trust(address, new Date());
      else super.wrong(address, new Date());
    });
  }

  override wrong(address: string, now: Date): void {
    super.wrong(address, now);
    this.#peers.tell(CodeTried, { address, isRight: false });
  }
  override trust(address: string, now: Date): void {
    super.trust(address, now);
    this.#peers.tell(CodeTried, { address, isRight: true });
  }
}
