import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { Card } from '@spolu/ui/card';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Progress } from '@spolu/ui/progress';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { HowItWorks } from './how-it-works.tsx';
import { mayCast, MyStanding } from './my-standing.tsx';
import { StaffPart } from './staff-part.tsx';
import { VoteResult } from './vote-result.tsx';
import { VoteStateTag } from './vote-state-tag.tsx';
import { useMoney, useNamedOptions } from './vote-words.ts';
import './public-votes.css';

/** So often the turnout is asked anew while people vote. */
const TURNOUT_EVERY_MS = 15_000;

/** A public vote: what it is about, how to vote, how many have, and in the end what came of it. */
export function PublicVotePage() {
  const { id = '' } = useParams();
  const vote = useResource<PublicVoteView>(`/public-votes/${id}`, { refetchInterval: (query) => (query.state.data?.state === 'open' ? TURNOUT_EVERY_MS : false) });
  const named = useNamedOptions();
  return (
    <Loaded query={vote} as="page">
      {(view) => <PublicVote vote={named(view)} />}
    </Loaded>
  );
}

function PublicVote({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const format = useFormat();
  return (
    <Page
      title={vote.title}
      kind={t('vote')}
      breadcrumbs={[{ label: vote.processTitle, href: `/processes/${vote.processId}` }]}
      meta={
        <>
          <VoteStateTag state={vote.state} />
          <span>{t('fromTo', { from: format.dateTime(vote.opensAt), to: format.dateTime(vote.closesAt) })}</span>
        </>
      }
      actions={vote.state === 'open' && !vote.given && mayCast(vote) && <LinkButton href={`/public-votes/${vote.id}/ballot`}>{t('cast')}</LinkButton>}
    >
      {vote.given ? <Notice tone="good">{t(vote.voters === 'took-part' ? 'givenAsVoter' : 'given')}</Notice> : <MyStanding vote={vote} />}
      {vote.may.run && <StaffPart vote={vote} />}
      {vote.intro && <p className="keep-lines">{vote.intro}</p>}
      {(vote.state === 'open' || vote.state === 'closed') && <Turnout vote={vote} />}
      {vote.result && <VoteResult vote={vote} result={vote.result} />}
      <div className="page-section">
        <HowItWorks vote={vote} />
      </div>
      {!vote.result && <Options vote={vote} />}
    </Page>
  );
}

function Turnout({ vote: { turnout, voters, state } }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const { given, eligible } = turnout;
  return (
    <section className="page-section stack stack-s">
      <h2>{t('turnout.title')}</h2>
      <Progress label={t(`turnout.${voters}`)} value={given} max={eligible} valueText={t('turnout.of', { given, eligible })} />
      <p className="soft small">{state === 'open' ? t('turnout.live') : t('turnout.waits')}</p>
    </section>
  );
}

function Options({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const money = useMoney(vote.rule);
  return (
    <section className="page-section stack">
      <h2>{t('options')}</h2>
      {vote.categories.map((category) => {
        const Heading = category.title ? 'h4' : 'h3';
        return (
          <div key={category.id} className="stack stack-s">
            {category.title && <h3>{category.title}</h3>}
            <ul role="list" className="grid">
              {category.options.map((option) => (
                <Card as="li" look="link" key={option.id}>
                  <Heading>
                    {option.hidden ? option.title : <a href={`/ideas/${option.ideaId}`}>{option.title}</a>}
                  </Heading>
                  {option.summary && <p className="public-votes-summary">{option.summary}</p>}
                  {option.cost !== null && vote.rule.method === 'budget' && <p className="strong">{money(option.cost)}</p>}
                </Card>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
