import type { ConsentKind } from '@spolu/contracts/consents';
import { SignUp, type RegistrationPage, type SignedUp } from '@spolu/contracts/registration';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { ConsentBoxes } from '../provenance/consents-part.tsx';
import { useForm } from '../shell/use-form.ts';
import { detailsOf, noDetails, type Details } from './details.ts';
import { DetailsFields, useDetailLabels } from './details-fields.tsx';

type Values = Details & { consents: ConsentKind[] };

/** Signing up without an account. Sent again because the answer was lost, it is the same sign-up. */
export function SignUpForm({ page, onDone }: { page: RegistrationPage; onDone: (answer: SignedUp) => void }) {
  const t = useText('registration');
  const [key] = useState(() => uuid());
  const isFull = page.freeCount === 0;
  const form = useForm<Values, typeof SignUp>({
    schema: SignUp,
    initial: { ...noDetails(currentLanguage()), consents: [] },
    toInput: (values) => ({
      ...detailsOf(values),
      consents: page.consents.filter(({ kind }) => asked(kind, values) && values.consents.includes(kind)).map(({ kind, version, language }) => ({ kind, version, language })),
    }),
    labels: { ...useDetailLabels(), consents: t('form.consents') },
    submit: (input) => api.post<SignedUp>(`/sessions/${page.sessionId}/registrations`, input, { key }),
    onDone: (answer) => onDone(answer as SignedUp),
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate aria-labelledby="sign-up">
      <h2 id="sign-up">{t(isFull ? 'form.titleWaiting' : 'form.title')}</h2>
      <p className="soft">{t('form.lead')}</p>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <DetailsFields form={form} />
      <fieldset className="ui-field">
        <legend className="ui-label">{t('form.consents')}</legend>
        <span className="ui-hint">{t('form.consentsHint')}</span>
        <ConsentBoxes
          consents={page.consents.filter(({ kind }) => asked(kind, form.values))}
          given={(kind) => form.values.consents.includes(kind)}
          onChange={({ kind }, given) => form.set('consents', given ? [...form.values.consents, kind] : form.values.consents.filter((other) => other !== kind))}
        />
      </fieldset>
      <div>
        <Button type="submit" isPending={form.pending}>
          {t(isFull ? 'form.sendWaiting' : 'form.send')}
        </Button>
      </div>
    </form>
  );
}

/** Letters are only for whoever gave an address. */
const asked = (kind: ConsentKind, { email }: Pick<Details, 'email'>) => kind !== 'contact' || email.trim() !== '';
