/**
 * Runs `work` soon after it was asked for, one run at a time and never sooner than a pause after the last: a hundred changes in a moment make one
 * broadcast. What is asked for during a run is run again after it.
 */
export class SpacedWork {
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private lastAt = -Infinity;
  private running = false;
  private wanted = false;
  private wantedPauseMs = Infinity;
  private stopped = false;

  /** @param failed told of what `work` throws; it is then tried again after `retryMs` */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
    private readonly retryMs = 1_000,
  ) {}

  /** @param pauseMs since the last run at least; the smallest that was asked for counts */
  ask(pauseMs: number): void {
    if (this.stopped) return;
    if (this.running) {
      this.wanted = true;
      this.wantedPauseMs = Math.min(this.wantedPauseMs, pauseMs);
      return;
    }
    const at = Math.max(Date.now(), this.lastAt + pauseMs);
    if (at >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = at;
    this.timer = setTimeout(() => void this.run(), at - Date.now());
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.dueAt = Infinity;
    this.running = true;
    this.lastAt = Date.now();
    try {
      await this.work();
    } catch (error) {
      this.failed(error);
      this.wanted = true;
      this.wantedPauseMs = this.retryMs;
    }
    this.running = false;
    if (!this.wanted) return;
    const pauseMs = this.wantedPauseMs;
    this.wanted = false;
    this.wantedPauseMs = Infinity;
    this.ask(pauseMs);
  }
}
