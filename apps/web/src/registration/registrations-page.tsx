import type { RegistrationPage, RegistrationRow, RegistrationSummary } from '@spolu/contracts/registration';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Globe, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { Door } from './door.tsx';
import { PlanPart } from './plan-part.tsx';
import { useDays } from './session-facts.tsx';
import { SummaryPart } from './summary-part.tsx';
import './registration.css';

/** Other helpers tick too: so often the list is read anew. */
const LOOK_EVERY_MS = 5_000;

/** For those who prepare the room and keep its door: who comes, what they need, who is here. */
export function RegistrationsPage() {
  const { id = '' } = useParams();
  const t = useText('registration');
  const days = useDays();
  const language = useLanguage();
  const page = useResource<RegistrationPage>(`/sessions/${id}/registration?lang=${language}`);
  const summary = useResource<RegistrationSummary>(`/sessions/${id}/registration-summary`, { refetchInterval: LOOK_EVERY_MS });
  const rows = useWholeList<RegistrationRow>(`/sessions/${id}/registrations`, { refetchInterval: LOOK_EVERY_MS });
  return (
    <Loaded query={page} as="page">
      {(view) => (
        <Page
          title={t('staff.title')}
          kind={view.title}
          breadcrumbs={[
            { label: view.processTitle, href: `/processes/${view.processId}` },
            { label: view.title, href: `/sessions/${id}` },
          ]}
          meta={[...days(view.days), view.place].filter(Boolean).map((fact) => <span key={fact}>{fact}</span>)}
          actions={
            <>
              <LinkButton look="secondary" href={`/sessions/${id}/registration`} icon={<Globe aria-hidden size={20} />}>
                {t('staff.publicPage')}
              </LinkButton>
              <LinkButton look="secondary" href={`/sessions/${id}/paper`} icon={<Printer aria-hidden size={20} />}>
                {t('staff.paper')}
              </LinkButton>
            </>
          }
        >
          {!view.public && <Notice tone="warn">{t('staff.notPublic')}</Notice>}
          <PlanPart page={view} />
          <Loaded query={summary} as="page">
            {(counted) => <SummaryPart summary={counted} />}
          </Loaded>
          <Loaded query={rows}>{(all) => <Door sessionId={id} rows={all} />}</Loaded>
        </Page>
      )}
    </Loaded>
  );
}
