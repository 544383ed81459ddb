import type { BodyPage as BodyPageView } from '@spolu/contracts/bodies';
import { BarChart } from '@spolu/ui/bar-chart';
import { DateField } from '@spolu/ui/date-field';
import { Tag } from '@spolu/ui/tag';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { BodyMembers } from './body-members.tsx';
import { useBodyKind } from './use-body-kind.ts';
import './identity.css';

/** A body as the public may know it: what it does, by which rules, and who sits there on which day. */
export function BodyPage() {
  const { id = '' } = useParams();
  const body = useResource<BodyPageView>(`/bodies/${id}`);
  return (
    <Loaded query={body} as="page">
      {(view) => <BodyView body={view} />}
    </Loaded>
  );
}

function BodyView({ body }: { body: BodyPageView }) {
  const t = useText('identity');
  const format = useFormat();
  const kindOf = useBodyKind();
  const { members, memberCount, balance } = body;
  const seated = members.filter(({ role }) => role !== 'secretary').length;
  return (
    <Page
      title={body.name}
      kind={kindOf(body)}
      meta={
        <>
          <span>{body.organisationName}</span>
          <Tag>{t(body.deciding ? 'body.deciding' : 'body.advising')}</Tag>
        </>
      }
    >
      <section className="page-section">
        <h2>{t('body.rules')}</h2>
        <dl className="identity-rules">
          <div>
            <dt>{t('bodies.memberCount')}</dt>
            <dd>{format.number(memberCount)}</dd>
          </div>
          <div>
            <dt>{t('bodies.quorum')}</dt>
            <dd>{t('body.quorum', { share: t(`share.${body.quorum}`) })}</dd>
          </div>
          <div>
            <dt>{t('bodies.majority')}</dt>
            <dd>{t(`body.majorityOf.${body.majorityOf}`, { share: t(`share.${body.majority}`) })}</dd>
          </div>
          <div>
            <dt>{t('bodies.positionsShown')}</dt>
            <dd>{t(`positionsShown.${body.positionsShown}`)}</dd>
          </div>
        </dl>
        {body.statute && <p className="keep-lines identity-statute">{body.statute}</p>}
        {body.statuteUrl && (
          <p>
            <a href={body.statuteUrl}>{t('body.statuteLink')}</a>
          </p>
        )}
      </section>
      <section className="page-section">
        <h2>{t('body.members')}</h2>
        <p>{t('body.seated', { count: seated, of: memberCount })}</p>
        <BodyMembers body={body} />
        <OtherDay bodyId={body.id} />
      </section>
      {balance && (
        <section className="page-section">
          <h2>{t('body.balance')}</h2>
          <div className="identity-balance">
            <BarChart
              label={t('body.balance')}
              bars={[
                ...(['public', 'business', 'civic'] as const).map((id) => ({ id, label: t(`body.three.${id}`), count: balance.counts[id] })),
                ...(balance.other > 0 ? [{ id: 'other', label: t('body.three.other'), count: balance.other }] : []),
              ]}
            />
          </div>
          {balance.missing.length > 0 && <p>{t('body.missing', { sectors: balance.missing.map((sector) => t(`body.three.${sector}`)).join(', ') })}</p>}
          {balance.dominant && <p>{t('body.dominant', { sector: t(`body.three.${balance.dominant}`) })}</p>}
          {balance.missing.length === 0 && !balance.dominant && <p>{t('body.balanced')}</p>}
        </section>
      )}
    </Page>
  );
}

/** Mandates begin and end: who sat here when something was said. */
function OtherDay({ bodyId }: { bodyId: string }) {
  const t = useText('identity');
  const format = useFormat();
  const [on, setOn] = useState<string | null>(null);
  // A year is typed figure by figure; what is not a year yet is no day to ask for.
  const day = on !== null && on > '1990' ? on : null;
  const body = useResource<BodyPageView>(day && `/bodies/${bodyId}?on=${day}`);
  return (
    <details className="no-print">
      <summary className="identity-summary">{t('body.otherDay')}</summary>
      <div className="stack">
        <DateField id="body-on" label={t('body.on')} value={on} onChange={setOn} />
        {day && (
          <Loaded query={body}>
            {({ members }) => (
              <div role="status">
                <p>{members.length === 0 ? t('body.nobody', { date: format.day(day) }) : t('body.sat', { date: format.day(day) })}</p>
                <ul>
                  {members.map(({ personId, mandateId, name, role }) => (
                    <li key={mandateId ?? personId}>{role === 'member' ? name : `${name} (${t(`role.${role}`)})`}</li>
                  ))}
                </ul>
              </div>
            )}
          </Loaded>
        )}
      </div>
    </details>
  );
}
