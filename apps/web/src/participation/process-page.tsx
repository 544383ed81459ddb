import { SECTORS } from '@spolu/contracts/common';
import type { ActionPlanView } from '@spolu/contracts/commitments';
import type { OrganisationView } from '@spolu/contracts/identity';
import type { Actor, ProcessView } from '@spolu/contracts/participation';
import { BarChart } from '@spolu/ui/bar-chart';
import { LinkButton } from '@spolu/ui/link-button';
import { Tag } from '@spolu/ui/tag';
import { TramLine } from '@spolu/ui/tram-line';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { PeopleOfPlace } from '../identity/people-of-place.tsx';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { phaseStates } from './phases.ts';
import { ProcessAssessments } from './process-assessments.tsx';
import { ProcessDossiers } from './process-dossiers.tsx';
import { ProcessIdeas } from './process-ideas.tsx';
import { ProcessSessions } from './process-sessions.tsx';
import { ProcessTerms } from './process-terms.tsx';
import { ProcessVotes } from './process-votes.tsx';
import { ProcessStateTag } from './process-state-tag.tsx';
import { TopicCheckPart } from './topic-check-part.tsx';
import './participation.css';

export function ProcessPage() {
  const { id = '' } = useParams();
  const process = useResource<ProcessView>(`/processes/${id}`);
  return (
    <Loaded query={process} as="page">
      {(view) => <Process process={view} />}
    </Loaded>
  );
}

function Process({ process }: { process: ProcessView }) {
  const t = useText('participation');
  return (
    <Page
      title={process.title}
      kind={t('process')}
      breadcrumbs={[{ label: t('list.title'), href: '/processes' }]}
      meta={
        <>
          <ProcessStateTag state={process.state} />
          {process.visibility !== 'public' && <Tag>{t(`visibility.${process.visibility}`)}</Tag>}
          <Organisers ids={process.organisationIds} />
        </>
      }
      actions={
        process.may.edit && (
          <LinkButton href={`/processes/${process.id}/edit`} look="secondary">
            {t('edit.open')}
          </LinkButton>
        )
      }
    >
      <div className="participation-columns">
        <div className="stack stack-l">
          <Words title={t('field.problem')} text={process.problem} />
          <Words title={t('field.statusQuo')} text={process.statusQuo} />
          {process.goals.length > 0 && (
            <section className="page-section">
              <h2>{t('field.goals')}</h2>
              <ul className="participation-goals">
                {process.goals.map((goal) => (
                  <li key={goal}>{goal}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="stack stack-l">
          <Phases process={process} />
          <Commitments ids={process.commitmentIds} />
        </aside>
      </div>
      <ProcessSessions process={process} />
      <ProcessIdeas process={process} />
      <ProcessAssessments process={process} />
      <ProcessTerms processId={process.id} />
      <ProcessVotes process={process} />
      <ProcessDossiers process={process} />
      <Actors actors={process.actors} />
      {process.may.edit && <TopicCheckPart processId={process.id} />}
      {process.may.giveRoles && <PeopleOfPlace scope="process" scopeId={process.id} title={t('people')} />}
    </Page>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <section className="page-section">
      <h2>{title}</h2>
      <p className="keep-lines">{text}</p>
    </section>
  );
}

function Organisers({ ids }: { ids: readonly string[] }) {
  const format = useFormat();
  const { data = [] } = useWholeList<OrganisationView>('/organisations');
  const names = data.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length > 0 && <span>{format.list(names)}</span>;
}

function Phases({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const format = useFormat();
  if (process.phases.length === 0) return null;
  const states = phaseStates(process.phases, dayInTown(new Date()), process.state === 'finished');
  return (
    <section className="page-section">
      <h2>{t('field.phases')}</h2>
      <TramLine
        label={t('field.phases')}
        stations={process.phases.map((phase, i) => ({
          id: phase.id,
          title: phase.title,
          date: format.days(phase.fromOn, phase.untilOn),
          state: states[i] ?? 'ahead',
        }))}
      />
    </section>
  );
}

function Commitments({ ids }: { ids: readonly string[] }) {
  const t = useText('participation');
  const plans = useWholeList<ActionPlanView>(ids.length > 0 ? '/action-plans' : null);
  const served = (plans.data ?? []).flatMap((plan) => plan.commitments).filter(({ id }) => ids.includes(id));
  if (served.length === 0) return null;
  return (
    <section className="page-section">
      <h2>{t('field.commitments')}</h2>
      <ul role="list" className="stack stack-s">
        {served.map((commitment) => (
          <li key={commitment.id}>
            <a href={`/commitments/${commitment.id}`} lang={commitment.language}>
              {commitment.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who has a stake in it: how many from each sector, and by name. */
function Actors({ actors }: { actors: readonly Actor[] }) {
  const t = useText('participation');
  const identity = useText('identity');
  if (actors.length === 0) return null;
  const sectors = SECTORS.map((sector) => ({ sector, actors: actors.filter((actor) => actor.sector === sector) })).filter((one) => one.actors.length > 0);
  return (
    <section className="page-section">
      <h2>{t('field.actors')}</h2>
      <div className="participation-actors">
        <BarChart
          label={t('actors.bySector')}
          bars={sectors.map((one) => ({ id: one.sector, label: identity(`sector.${one.sector}`), count: one.actors.length }))}
        />
        <div className="grid">
          {sectors.map((one) => (
            <div key={one.sector} className="stack stack-s">
              <h3>{identity(`sector.${one.sector}`)}</h3>
              <ul role="list">
                {one.actors.map((actor) => (
                  <li key={actor.id}>
                    {actor.name}
                    {actor.role && <span className="soft"> – {actor.role}</span>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
