import type { Page as PageOf } from '@spolu/contracts/common';
import type { ProcessList } from '@spolu/contracts/participation';
import type { DecisionRow } from '@spolu/contracts/review';
import type { SessionRow } from '@spolu/contracts/sessions';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { Tag } from '@spolu/ui/tag';
import { useResource } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useInstallation, useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { AskedPart } from './asked-part.tsx';
import { JoinForm } from './join-form.tsx';
import { WayOfANote } from './way-of-a-note.tsx';
import './home.css';

/** For everybody: what this is, what runs now, what was decided, and the door to the hall. */
export function HomePage() {
  const t = useText('home');
  const { data: installation } = useInstallation();
  const { person, participants } = useMe();
  return (
    <Page title={t('title')} windowTitle={installation?.name ?? t('title')} summary={t('summary')}>
      {(person !== null || participants.length > 0) && <AskedPart />}
      <div className="home-top">
        <JoinForm />
        <WayOfANote />
      </div>
      <Now />
      <Decided />
    </Page>
  );
}

function Now() {
  const t = useText('home');
  const processes = useResource<ProcessList>('/processes?state=running&limit=12');
  return (
    <section className="page-section" aria-labelledby="home-now">
      <div className="row row-apart">
        <h2 id="home-now">{t('now.title')}</h2>
        <a href="/processes">{t('now.all')}</a>
      </div>
      <Loaded query={processes}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('now.none')} level={3}>
              {t('now.noneText')}
            </EmptyState>
          ) : (
            <ul role="list" className="grid">
              {items.map((process) => (
                <Card as="li" look="link" key={process.id}>
                  <h3>
                    <a href={`/processes/${process.id}`}>{process.title}</a>
                  </h3>
                  {process.currentPhase && <p className="soft">{t('now.phase', { phase: process.currentPhase })}</p>}
                </Card>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Sessions />
    </section>
  );
}

/** Sessions that run or are prepared: for who prepares or leads one the way to it, for everybody else to the page that invites; those that are over are found in their process. */
function Sessions() {
  const t = useText('home');
  const format = useFormat();
  const running = useWholeList<SessionRow>('/sessions?state=open');
  const planned = useWholeList<SessionRow>('/sessions?state=preparing');
  return (
    <Loaded query={running}>
      {(open) => {
        const ahead = [open, planned.data ?? []].flatMap((rows) => rows.toSorted((a, b) => (a.plannedOn ?? '9').localeCompare(b.plannedOn ?? '9')));
        if (ahead.length === 0) return null;
        return (
          <div className="home-sessions">
            <h3>{t('sessions.title')}</h3>
            <ul role="list" className="home-list">
              {ahead.map((session) => (
                <li key={session.id}>
                  <div className="row">
                    <span className="strong">
                      <a href={`/sessions/${session.id}${session.mine ? '' : '/registration'}`}>{session.title}</a>
                    </span>
                    {session.state === 'open' && <Tag tone="good">{t('sessions.open')}</Tag>}
                  </div>
                  <p className="soft small">
                    {[session.plannedOn && format.day(session.plannedOn), session.plannedTime, session.place, session.processTitle].filter(Boolean).join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        );
      }}
    </Loaded>
  );
}

function Decided() {
  const t = useText('home');
  const format = useFormat();
  const decisions = useResource<PageOf<DecisionRow>>('/decisions?limit=6');
  return (
    <section className="page-section" aria-labelledby="home-decided">
      <div className="row row-apart">
        <h2 id="home-decided">{t('decided.title')}</h2>
        <a href="/decisions">{t('decided.all')}</a>
      </div>
      <Loaded query={decisions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('decided.none')} level={3}>
              {t('decided.noneText')}
            </EmptyState>
          ) : (
            <ul role="list" className="grid">
              {items.map((decision) => (
                <Card as="li" look="link" key={decision.id}>
                  <p className="small soft">
                    {decision.bodyName} · {format.day(decision.decidedOn)}
                  </p>
                  <h3>
                    <a href={`/decisions/${decision.id}`}>{decision.dossierTitle}</a>
                  </h3>
                  <p>{t('decided.accepted', { accepted: decision.acceptedCount, count: decision.itemCount })}</p>
                </Card>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
