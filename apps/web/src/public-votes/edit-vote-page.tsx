import type { ProcessView } from '@spolu/contracts/participation';
import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../shell/page.tsx';
import { VoteForm } from './vote-form.tsx';

export function NewVotePage() {
  const t = useText('public-votes');
  const { processId = '' } = useParams();
  const process = useResource<ProcessView>(`/processes/${processId}`);
  return (
    <Loaded query={process} as="page">
      {(view) =>
        view.may.edit ? (
          <Page title={t('form.new')} kind={view.title} breadcrumbs={[{ label: view.title, href: `/processes/${processId}` }]} width="narrow">
            <VoteForm processId={processId} vote={null} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Loaded>
  );
}

export function EditVotePage() {
  const t = useText('public-votes');
  const { id = '' } = useParams();
  const vote = useResource<PublicVoteView>(`/public-votes/${id}`);
  return (
    <Loaded query={vote} as="page">
      {(view) =>
        view.may.run && view.state === 'draft' ? (
          <Page
            title={t('form.edit')} windowTitle={`${t('form.edit')}: ${view.title}`} width="narrow"
            breadcrumbs={[{ label: view.processTitle, href: `/processes/${view.processId}` }, { label: view.title, href: `/public-votes/${id}` }]}
          >
            <VoteForm processId={view.processId} vote={view} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Loaded>
  );
}
