import type { OwnTeam, OwnTeamAnswer, RoomTeam } from '@spolu/contracts/activities/ideathon';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextField } from '@spolu/ui/plain';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { TeamWordsForm } from './phone-team-words.tsx';
import { useSending } from './use-sending.ts';

/** More are shown when asked for: thirty teams are a long way to scroll. */
const SHOWN_FIRST = 8;

interface PhoneTeamsProps extends Pick<PhoneActivityProps<'ideathon'>, 'activity'> {
  team: OwnTeam | null;
  onChange: (answer: OwnTeamAnswer) => void;
}

/** Her team with what it still needs, or the way into one. */
export function PhoneTeams({ activity, team, onChange }: PhoneTeamsProps) {
  const { t } = usePhoneText();
  const { id, part, locked } = activity;
  const own = part.teams.find((one) => one.id === team?.id);
  const forming = part.stage === 'teams';
  const [proposedCount, setProposedCount] = useState(0);
  return (
    <>
      {locked && <Notice tone="warn">{t('ideathon.locked')}</Notice>}
      {own && <OwnTeamCard key={own.id} team={own} activity={activity} onChange={onChange} />}
      {!own && <p>{t(forming ? 'ideathon.choose' : 'ideathon.noTeam')}</p>}
      {!locked && (
        <>
          {own ? (
            <details className="phone-more">
              <summary>{t('ideathon.otherTeams')}</summary>
              <ChooseTeam activity={activity} own={own} onChange={onChange} />
            </details>
          ) : (
            <ChooseTeam activity={activity} own={undefined} onChange={onChange} />
          )}
          {forming && (
            <details key={proposedCount} className="phone-more">
              <summary>{t('ideathon.propose')}</summary>
              <TeamWordsForm
                start={{ name: '', idea: '' }}
                submit={t('ideathon.proposeSend')}
                onSubmit={async (words) => {
                  onChange(await api.post<OwnTeamAnswer>(`/activities/${id}/teams`, words));
                  setProposedCount((count) => count + 1);
                }}
              />
            </details>
          )}
        </>
      )}
    </>
  );
}

export function TeamHeading({ team: { number, name } }: { team: Pick<RoomTeam, 'number' | 'name'> }) {
  const { t } = usePhoneText();
  return (
    <>
      <span className="phone-kicker">{t('ideathon.teamNumber', { number })}</span> {name && <strong>{name}</strong>}
    </>
  );
}

function OwnTeamCard({ team, activity, onChange }: Pick<PhoneTeamsProps, 'activity' | 'onChange'> & { team: RoomTeam }) {
  const { t } = usePhoneText();
  const { id: activityId, part: { settings, stage }, locked } = activity;
  const [asked, setAsked] = useState(false);
  const [savedCount, setSavedCount] = useState(0);
  const { pending, failure, send } = useSending();
  const missing = settings.teamMin - team.memberCount;
  return (
    <section className="ui-card stack stack-s phone-team" aria-label={t('ideathon.yourTeam')}>
      <p className="phone-kicker">{t('ideathon.yourTeam')}</p>
      <p role="status">
        <TeamHeading team={team} />
      </p>
      {team.idea && <p>{team.idea}</p>}
      <p>
        <UsersRound aria-hidden size={20} /> {t('ideathon.people', { count: team.memberCount })} {missing > 0 && <strong>{t('ideathon.stillNeeds', { count: missing })}</strong>}
      </p>
      {failure && <Notice tone="bad" role="alert">{failure}</Notice>}
      {!locked && (
        <details key={savedCount} className="phone-more">
          <summary>{t('ideathon.editWords')}</summary>
          <TeamWordsForm
            start={team}
            submit={t('ideathon.saveWords')}
            onSubmit={async (words, seen) => {
              await api.put(`/teams/${team.id}`, { ...words, before: seen });
              setSavedCount((count) => count + 1);
            }}
          />
        </details>
      )}
      {!locked && (stage === 'teams' || stage === 'canvas') && (
        <div className="row" role="group" aria-label={t('ideathon.leave')}>
          {asked ? (
            <>
              <PlainButton look="danger" size="small" autoFocus pending={pending} onClick={() => void send(async () => onChange(await api.post<OwnTeamAnswer>(`/activities/${activityId}/team`, { teamId: null })))}>
                {t('ideathon.leaveSure')}
              </PlainButton>
              <PlainButton look="quiet" size="small" onClick={() => setAsked(false)}>
                {t('ideathon.stay')}
              </PlainButton>
            </>
          ) : (
            <PlainButton look="quiet" size="small" onClick={() => setAsked(true)}>
              {t('ideathon.leave')}
            </PlainButton>
          )}
        </div>
      )}
    </section>
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function ChooseTeam({ activity, own, onChange }: Pick<PhoneTeamsProps, 'activity' | 'onChange'> & { own: RoomTeam | undefined }) {
  const { t } = usePhoneText();
  const { id: activityId, part: { teams, settings } } = activity;
  const [search, setSearch] = useState('');
  const [free, setFree] = useState(false);
  const [all, setAll] = useState(false);
  const { pending, failure, send } = useSending();
  const others = teams.filter(({ id }) => id !== own?.id);
  const found = others.filter(({ number, name, idea, memberCount }) => (!free || memberCount < settings.teamMax) && plain(`${String(number)} ${name} ${idea}`).includes(plain(search.trim())));
  const shown = all ? found : found.slice(0, SHOWN_FIRST);
  const join = (teamId: string) => void send(async () => onChange(await api.post<OwnTeamAnswer>(`/activities/${activityId}/team`, { teamId })));
  return (
    <section className="stack stack-s" aria-label={t('ideathon.teams', { count: teams.length })}>
      {others.length > SHOWN_FIRST && (
        <>
          <PlainTextField type="search" label={t('ideathon.search')} value={search} onChange={setSearch} />
          <Checkbox label={t('ideathon.withPlace')} checked={free} onChange={setFree} />
          <p role="status" className="small soft">{t('ideathon.teams', { count: found.length })}</p>
        </>
      )}
      {failure && <Notice tone="bad" role="alert">{failure}</Notice>}
      {others.length === 0 && <p className="soft">{t('ideathon.noTeams')}</p>}
      <ul role="list" className="stack stack-s">
        {shown.map((team) => (
          <li key={team.id} className="ui-card phone-team-row">
            <div>
              <p>
                <TeamHeading team={team} />
              </p>
              {team.idea && <p className="small">{team.idea}</p>}
              <p className="small soft">{t('ideathon.placesOf', { count: team.memberCount, of: settings.teamMax })}</p>
            </div>
            {team.memberCount < settings.teamMax ? (
              <PlainButton look="secondary" pending={pending} aria-label={t('ideathon.joinOf', { team: [t('ideathon.teamNumber', { number: team.number }), team.name].filter(Boolean).join(' ') })} onClick={() => join(team.id)}>
                {t('ideathon.join')}
              </PlainButton>
            ) : (
              <span className="soft">{t('ideathon.full')}</span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <PlainButton look="quiet" onClick={() => setAll(true)}>
          {t('ideathon.showAll', { count: found.length - shown.length })}
        </PlainButton>
      )}
    </section>
  );
}
