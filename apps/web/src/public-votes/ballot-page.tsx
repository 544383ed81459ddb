import type { CastPublicBallot, PublicVoteView, VotingCodeState } from '@spolu/contracts/public-votes';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useCommand, useRefresh, useResource } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { BallotCategory } from './ballot-category.tsx';
import { ballotOf, EMPTY_BALLOT, isEmpty, type BallotDraft } from './ballot-draft.ts';
import { BallotReview } from './ballot-review.tsx';
import { mayCast, MyStanding } from './my-standing.tsx';
import { useNamedOptions } from './vote-words.ts';
import './public-votes.css';

/** One ballot: a code where one is needed, the choice, a look at it, thanks. Nothing of it is kept on the device. */
export function BallotPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const vote = useResource<PublicVoteView>(`/public-votes/${id}`);
  const named = useNamedOptions();
  return (
    <Loaded query={vote} as="page">
      {(view) => (view.voters === 'accounts' && me.known && me.person === null ? <SignInNeededPage /> : <Ballot vote={named(view)} />)}
    </Loaded>
  );
}

type Step = 'code' | 'choose' | 'review' | 'thanks';

function Ballot({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const refresh = useRefresh();
  const [step, setStep] = useState<Step>(vote.voters === 'codes' ? 'code' : 'choose');
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState<BallotDraft>(EMPTY_BALLOT);
  // One key for all tries: what arrived though its answer did not is not refused as cast twice.
  const [key] = useState(() => uuid());
  const ballot = ballotOf(vote, draft);
  const send = useCommand(() =>
    api.post(`/public-votes/${vote.id}/ballots`, { ballot, code: vote.voters === 'codes' ? code : null } satisfies CastPublicBallot, { key }));
  const heading = useStepFocus(step);
  const page = { kind: vote.title, breadcrumbs: [{ label: vote.title, href: `/public-votes/${vote.id}` }], width: 'narrow' as const };
  const back = <LinkButton look="secondary" href={`/public-votes/${vote.id}`}>{t('ballot.toVote')}</LinkButton>;

  if (step === 'thanks') {
    return (
      <Page {...page} title={t('thanks.title')}>
        <div className="page-section stack">
          <Notice tone="good" role="status"><p>{t('thanks.means')}</p></Notice>
          <p>{t('thanks.result')}</p>
          <div>{back}</div>
        </div>
      </Page>
    );
  }
  if (vote.state !== 'open' || vote.given || !mayCast(vote)) {
    return (
      <Page {...page} title={t('ballot.title')}>
        <div className="page-section stack">
          {vote.state === 'open' && !vote.given ? (
            <MyStanding vote={vote} />
          ) : (
            <Notice tone="warn">{vote.given ? t(vote.voters === 'took-part' ? 'givenAsVoter' : 'given') : t(`ballot.not.${vote.state === 'open' || vote.state === 'draft' ? 'published' : vote.state}`)}</Notice>
          )}
          <div>{back}</div>
        </div>
      </Page>
    );
  }
  return (
    <Page {...page} title={t(`ballot.step.${step}`)} windowTitle={`${t(`ballot.step.${step}`)}: ${vote.title}`}>
      <div ref={heading} tabIndex={-1} className="page-section stack stack-l public-votes-step">
        {step === 'code' && <CodeStep voteId={vote.id} code={code} onChange={setCode} onDone={() => setStep('choose')} />}
        {step === 'choose' && (
          <>
            <Notice><p>{t('secret.means')} {t('secret.final')}</p>{vote.openBallots && <p>{t('secret.openBallots')}</p>}</Notice>
            {vote.categories.map((category) => <BallotCategory key={category.id} vote={vote} category={category} draft={draft} onChange={setDraft} />)}
            {isEmpty(ballot) && <p className="soft" role="status">{t('ballot.empty')}</p>}
            <div className="row">
              <Button size="thumb" isDisabled={isEmpty(ballot)} onPress={() => setStep('review')}>{t('ballot.toReview')}</Button>
            </div>
          </>
        )}
        {step === 'review' && (
          <BallotReview
            vote={vote} draft={draft} failure={send.error} pending={send.isPending} onBack={() => setStep('choose')}
            onSend={() => send.mutate(undefined, {
              onSuccess: () => {
                setStep('thanks');
                void refresh(`/public-votes/${vote.id}`);
              },
            })}
          />
        )}
      </div>
    </Page>
  );
}

/** A step takes the place of the one before: the focus goes to its beginning, so that it is read. */
function useStepFocus(step: Step) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    place.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return place;
}

function CodeStep({ voteId, code, onChange, onDone }: { voteId: string; code: string; onChange: (code: string) => void; onDone: () => void }) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  const look = useCommand(() => api.post<VotingCodeState>(`/public-votes/${voteId}/code-lookups`, { code }));
  const used = look.data?.used === true;
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() !== '') look.mutate(undefined, { onSuccess: (state) => !state.used && onDone() });
  }
  const refused = look.error === null ? null : problemText(look.error);
  return (
    <form className="stack" onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('code.label')} hint={t('code.hint')} value={code} onChange={(typed) => { onChange(typed.slice(0, 40)); look.reset(); }} width="medium" autoComplete="off" spellCheck={false} autoFocus
        error={used ? t('code.used') : look.error instanceof Problem ? refused : null}
      />
      {look.error !== null && !(look.error instanceof Problem) && <Notice tone="bad" role="alert">{refused}</Notice>}
      <div><Button type="submit" size="thumb" isPending={look.isPending}>{t('code.go')}</Button></div>
    </form>
  );
}
