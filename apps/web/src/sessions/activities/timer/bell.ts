import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A small bell: its partials as ratios of the strike tone, how loud each is, and how long it rings in seconds. */
const PARTIALS = [[1, 0.5, 2.4], [2, 0.25, 1.8], [2.4, 0.15, 1.2], [3, 0.1, 0.8], [4.5, 0.05, 0.5]] as const;
const STRIKE_TONE_HZ = 660;
/** One after the other, when the time is up. */
const STRIKES_AT_S = [0, 0.9, 1.8];

/**
 * The sound at the end of a time. Off until somebody at this computer turns it on: a browser lets a page sound only after a press, and a hall has one
 * loudspeaker. It stays on for as long as the page is open, whatever runs.
 */
class Bell {
  private context: AudioContext | null = null;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  isOn = () => this.context !== null;

  /** Turned on, it is struck once, so that one hears that it works. */
  turn(): void {
    if (this.context) {
      void this.context.close();
      this.context = null;
    } else {
      this.context = new AudioContext();
      this.strike([0]);
    }
    for (const listener of this.listeners) listener();
  }

  ring(): void {
    this.strike(STRIKES_AT_S);
  }

  private strike(at: readonly number[]): void {
    const { context } = this;
    if (!context) return;
    for (const delay of at) {
      const start = context.currentTime + delay;
      for (const [ratio, loudness, seconds] of PARTIALS) {
        const tone = new OscillatorNode(context, { frequency: STRIKE_TONE_HZ * ratio });
        const fading = new GainNode(context, { gain: 0 });
        fading.gain.setValueAtTime(0, start);
        fading.gain.linearRampToValueAtTime(loudness, start + 0.005);
        fading.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
        tone.connect(fading).connect(context.destination);
        tone.start(start);
        tone.stop(start + seconds);
      }
    }
  }
}

const bell = new Bell();

export function useBell(): { isOn: boolean; turn: () => void } {
  return { isOn: useSyncExternalStore(bell.subscribe, bell.isOn), turn: () => bell.turn() };
}

/** Rings when the time runs out before one's eyes; not where it had run out before, nor when its end is moved behind us. */
export function useRingAtEnd(secondsLeft: number | null, endsAt: string | null): void {
  const before = useRef({ secondsLeft, endsAt });
  useEffect(() => {
    const { current } = before;
    before.current = { secondsLeft, endsAt };
    if (endsAt === current.endsAt && (current.secondsLeft ?? 0) > 0 && secondsLeft !== null && secondsLeft <= 0) bell.ring();
  }, [secondsLeft, endsAt]);
}
