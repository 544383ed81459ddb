import { useState } from 'react';
import { useFailureText } from '../../phone/use-failure-text.ts';

/** One command at a time, and what went wrong with the last, in words. */
export function useSending(): { pending: boolean; failure: string | null; send: (work: () => Promise<void>) => Promise<boolean> } {
  const failureText = useFailureText();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  async function send(work: () => Promise<void>): Promise<boolean> {
    if (pending) return false;
    setPending(true);
    setFailed(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailed(error);
      return false;
    } finally {
      setPending(false);
    }
  }
  return { pending, failure: failed === null ? null : failureText(failed), send };
}
