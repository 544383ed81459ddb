import type { ConsentKind, ConsentView, DecideConsent } from '@spolu/contracts/consents';
import { Checkbox } from '@spolu/ui/checkbox';
import { useState } from 'react';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** The boxes of what somebody may agree to, in the words she is shown. */
export function ConsentBoxes({ consents, given, onChange, hintOf }: {
  consents: readonly ConsentView[];
  given: (kind: ConsentKind) => boolean;
  onChange: (consent: ConsentView, given: boolean) => void;
  hintOf?: (consent: ConsentView) => string | undefined;
}) {
  return (
    <div className="stack stack-s">
      {consents.map((consent) => (
        <Checkbox
          key={consent.kind}
          label={<span lang={consent.language}>{consent.text}</span>}
          hint={hintOf?.(consent)}
          checked={given(consent.kind)}
          onChange={(checked) => onChange(consent, checked)}
        />
      ))}
    </div>
  );
}

/** Her decisions, each saved as it is made: given or taken back, whenever she wishes. */
export function ConsentsPart({ consents, decide }: { consents: readonly ConsentView[]; decide: (decision: DecideConsent) => Promise<unknown> }) {
  const t = useText('provenance');
  const format = useFormat();
  const problemText = useProblemText();
  const [changed, setChanged] = useState<Partial<Record<ConsentKind, boolean>>>({});
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);

  async function handleChange({ kind, version, language, given: before }: ConsentView, given: boolean) {
    const earlier = changed[kind] ?? before;
    setChanged((others) => ({ ...others, [kind]: given }));
    setSaid(null);
    try {
      await decide({ kind, given, version, language });
      setSaid({ text: t('consents.saved'), bad: false });
    } catch (error) {
      setChanged((others) => ({ ...others, [kind]: earlier }));
      setSaid({ text: problemText(error), bad: true });
    }
  }

  function hintOf({ kind, given, decidedAt }: ConsentView) {
    if (decidedAt === null || changed[kind] !== undefined) return undefined;
    return t(given ? 'consents.since' : 'consents.until', { when: format.dateTime(decidedAt) });
  }
  return (
    <section className="page-section stack" aria-labelledby="consents">
      <h2 id="consents">{t('consents.title')}</h2>
      <p className="soft">{t('consents.hint')}</p>
      <ConsentBoxes
        consents={consents}
        given={(kind) => changed[kind] ?? consents.find((consent) => consent.kind === kind)?.given ?? false}
        onChange={(consent, given) => void handleChange(consent, given)}
        hintOf={hintOf}
      />
      <p role="status" className={said?.bad ? 'ui-field-error' : 'soft small'}>
        {said?.text}
      </p>
    </section>
  );
}
