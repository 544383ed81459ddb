import type { Page as PageOf } from '@spolu/contracts/common';
import type { ProcessView } from '@spolu/contracts/participation';
import type { SessionRow } from '@spolu/contracts/sessions';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';

const TONES = { preparing: 'neutral', open: 'good', closed: 'accent' } as const;

/** The sessions of a process: staff go on to the preparation, everybody to the page that invites, or to the report of a closed one. */
export function ProcessSessions({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const format = useFormat();
  const sessions = useList<PageOf<SessionRow>>(`/sessions?processId=${process.id}`);
  const add = process.may.addSession && (
    <LinkButton href={`/processes/${process.id}/sessions/new`} look="secondary">
      {t('sessions.add')}
    </LinkButton>
  );
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('sessions.title')}</h2>
        {sessions.data && sessions.data.items.length > 0 && add}
      </div>
      <Loaded query={sessions}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('sessions.none')} level={3} action={add}>
              {t('sessions.noneText')}
            </EmptyState>
          ) : (
            <ul role="list" className="participation-list">
              {rows.map((session) => {
                const href = `/sessions/${session.id}${session.mine ? '' : session.state === 'closed' ? '/report' : '/registration'}`;
                return (
                  <li key={session.id}>
                    <div className="row row-apart">
                      <span className="strong">
                        <a href={href}>{session.title}</a>
                      </span>
                      <Tag tone={TONES[session.state]}>{t(`sessionState.${session.state}`)}</Tag>
                    </div>
                    <p className="soft small">
                      {[t(`sessionKind.${session.kind}`), session.plannedOn && format.day(session.plannedOn), session.plannedTime, session.place]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    {session.state === 'closed' && session.mine && (
                      <p>
                        <a href={`/sessions/${session.id}/report`}>{t('sessions.report', { title: session.title })}</a>
                      </p>
                    )}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={sessions} label={t('sessions.title')} />
    </section>
  );
}
