import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';

export interface IdeathonCommands {
  pending: boolean;
  /** Says what went wrong itself, and answers whether it was carried out. */
  run: (method: 'post' | 'put' | 'delete', path: string, body?: object) => Promise<boolean>;
}

/** What the staff do with an ideathon, one after the other. */
export function useIdeathonCommands(): IdeathonCommands {
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  async function run(method: 'post' | 'put' | 'delete', path: string, body: object = {}): Promise<boolean> {
    if (pending) return false;
    setPending(true);
    try {
      await (method === 'delete' ? api.delete(path) : api[method](path, body));
      return true;
    } catch (error) {
      toast(problemText(error), 'bad');
      return false;
    } finally {
      setPending(false);
    }
  }
  return { pending, run };
}
