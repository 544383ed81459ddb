import type { ScaleValue } from '@spolu/contracts/question-texts';
import { useEffect, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { useSecret } from '../../identity/use-secret.ts';
import { useDraft } from '../../shell/use-draft.ts';

/** What is filled in and not sent. */
export interface SurveyDraft {
  secret: string;
  /** One key for all tries: what arrived though its answer did not is not refused as given twice, after a reload neither. */
  key: string;
  answers: Record<string, ScaleValue>;
}

/**
 * The survey being filled in, kept in this tab at each change until `forget`. The address loses its secret, so after a reload it is the kept one; of another key
 * than the one in the address nothing is kept: it may be another person's. `null`: there is no key.
 */
export function useSurveyDraft() {
  const inAddress = useSecret();
  const [kept, keep, forget] = useDraft<SurveyDraft | null>('survey', null);
  const [fresh] = useState<SurveyDraft | null>(() => (inAddress === null ? null : { secret: inAddress, key: uuid(), answers: {} }));
  const isKept = kept !== null && (inAddress === null || kept.secret === inAddress);
  const draft = isKept ? kept : fresh;
  useEffect(() => {
    if (!isKept && fresh) keep(fresh);
  }, [isKept, fresh, keep]);
  const answer = (id: string, value: ScaleValue) => keep((before) => before && { ...before, answers: { ...before.answers, [id]: value } });
  return { draft, answer, forget };
}
