import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { Loaded } from '../shell/loaded.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';

/** A page for those who tend the ideas of a process; to others it is not there. */
export function ForIntakeStaff({ children }: { children: (intake: IdeaIntakeView, processId: string) => ReactNode }) {
  const { processId = '' } = useParams();
  const intake = useResource<IdeaIntakeView>(`/processes/${processId}/idea-intake`);
  return (
    <Loaded query={intake} as="page">
      {(view) => (view.may.edit ? children(view, processId) : <NotFoundPage />)}
    </Loaded>
  );
}
