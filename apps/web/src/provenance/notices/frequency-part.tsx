import type { NoticeChoice, NoticeFrequency } from '@spolu/contracts/notices';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { FrequencyField } from './frequency-field.tsx';

/** How often she is told by mail, saved as it is chosen. */
export function FrequencyPart() {
  const t = useText('provenance/notices');
  const problemText = useProblemText();
  const choice = useResource<NoticeChoice>('/notice-choice');
  const choose = useCommand((frequency: NoticeFrequency) => api.put('/notice-choice', { frequency }), ['/notice-choice']);
  return (
    <section className="page-section stack" aria-labelledby="frequency">
      <h2 id="frequency">{t('frequency.title')}</h2>
      <Loaded query={choice}>
        {({ frequency }) => (
          <FrequencyField
            value={choose.isPending ? choose.variables : frequency}
            onChange={(next) => choose.mutate(next, { onSuccess: () => toast(t('frequency.saved')), onError: (error) => toast(problemText(error), 'bad') })}
          />
        )}
      </Loaded>
    </section>
  );
}
