import type { RegistrationPage as View, SignedUp } from '@spolu/contracts/registration';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useRefresh, useResource } from '../http/queries.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ReceiptLink } from './receipt-link.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import './registration.css';

/** The page that invites: what, when, where, for whom; and signing up. */
export function RegistrationPage() {
  const { id = '' } = useParams();
  const language = useLanguage();
  const page = useResource<View>(`/sessions/${id}/registration?lang=${language}`);
  return (
    <Loaded query={page} as="page">
      {(view) => <Invitation page={view} />}
    </Loaded>
  );
}

function Invitation({ page }: { page: View }) {
  const t = useText('registration');
  const sessionText = useText('sessions');
  const refresh = useRefresh();
  const [done, setDone] = useState<SignedUp | null>(null);
  return (
    <Page
      title={page.title}
      kind={sessionText(`kind.${page.kind}`)}
      width="narrow"
      actions={
        page.may.keepDoor && (
          <LinkButton look="secondary" href={`/sessions/${page.sessionId}/registrations`}>
            {t('page.staff')}
          </LinkButton>
        )
      }
    >
      <section className="page-section stack stack-l">
        {page.welcome && (
          <p className="keep-lines" lang={page.language}>
            {page.welcome}
          </p>
        )}
        <SessionFacts of={page} />
        <HowFar page={page} />
      </section>
      {done ? (
        <Done answer={done} title={page.title} />
      ) : (
        page.open && (
          <section className="page-section">
            <SignUpForm
              page={page}
              onDone={(answer) => {
                setDone(answer);
                void refresh(`/sessions/${page.sessionId}/registration`);
              }}
            />
          </section>
        )
      )}
    </Page>
  );
}

/** What to do instead of signing up. */
function HowFar({ page: { state, open, sessionId } }: { page: View }) {
  const t = useText('registration');
  if (state === 'closed') {
    return (
      <Notice title={t('page.overTitle')}>
        <p>
          {t('page.overText')} <a href={`/sessions/${sessionId}/report`}>{t('page.report')}</a>
        </p>
      </Notice>
    );
  }
  if (state === 'open') {
    return (
      <Notice title={t('page.runsTitle')}>
        <p>
          {t('page.runsText')} <a href="/j">{t('page.enter')}</a>
        </p>
      </Notice>
    );
  }
  return open ? null : <Notice title={t('page.closedTitle')}>{t('page.closedText')}</Notice>;
}

function Done({ answer: { state, receipt }, title }: { answer: SignedUp; title: string }) {
  const t = useText('registration');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const waits = state === 'waiting';
  return (
    <section className="page-section stack">
      <h2 ref={heading} tabIndex={-1}>
        {t(waits ? 'done.waiting' : 'done.registered')}
      </h2>
      <p>{t(waits ? 'done.waitingText' : 'done.registeredText')}</p>
      <ReceiptLink url={receipt.url} title={title} />
    </section>
  );
}
