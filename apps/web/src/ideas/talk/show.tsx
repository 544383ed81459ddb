import { Button } from '@spolu/ui/button';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';

/** What was hidden is shown again; what was reported stays. */
export function Show({ path, label }: { path: string; label: string }) {
  const problemText = useProblemText();
  const show = useCommand(() => api.put(path, { hidden: false }), ['/ideas', '/processes', '/commitments', '/action-plans']);
  return (
    <Button look="quiet" size="small" isPending={show.isPending} onPress={() => show.mutate(undefined, { onError: (error) => toast(problemText(error), 'bad') })}>
      {label}
    </Button>
  );
}
