import type { Made } from '@spolu/contracts/common';
import type { ProcessView } from '@spolu/contracts/participation';
import type { SheetSource } from '@spolu/contracts/run-sheet';
import type { AddSession } from '@spolu/contracts/sessions';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { BeginWith } from './run-sheet/begin-with.tsx';
import { emptySession, SessionForm } from './session-form.tsx';
import './sessions.css';

/** A new session of a process: only what is needed to begin with; the agenda comes on the next page. */
export function NewSessionPage() {
  const { processId = '' } = useParams();
  const t = useText('sessions');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [from, setFrom] = useState<SheetSource>();
  const process = useResource<ProcessView>(`/processes/${processId}`);
  return (
    <Loaded query={process} as="page">
      {(view) => (
        <Page width="narrow" title={t('new.title')} kind={view.title} summary={t('new.summary')} breadcrumbs={[{ label: view.title, href: `/processes/${processId}` }]}>
          <SessionForm
            first={(suggest) => (
              <BeginWith
                processId={processId}
                value={from}
                onChange={(source, title) => {
                  setFrom(source);
                  suggest(title);
                }}
              />
            )}
            initial={{ ...emptySession(), visibility: view.visibility }}
            draft={`new-session ${processId}`}
            action={t('new.make')}
            submit={(input) => api.post<Made>(`/processes/${processId}/sessions`, { ...input, ...(from && { from }) } satisfies AddSession)}
            onDone={(made) => {
              void refresh('/sessions', `/processes/${processId}`);
              void navigate(`/sessions/${(made as Made).id}`);
            }}
          />
        </Page>
      )}
    </Loaded>
  );
}
