import type { Claimable, Claimed, ClaimList, ClaimState } from '@spolu/contracts/claims';
import { LinkSecret } from '@spolu/contracts/identity';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';

/** In "my contributions": what this device wrote before she signed in, and a field for a receipt from elsewhere. */
export function ClaimPart() {
  const t = useText('provenance');
  const [secret, setSecret] = useState<string | null>(null);
  const [claimedCount, setClaimedCount] = useState<number | null>(null);
  if (useMe().person === null) return null;
  return (
    <section className="page-section stack no-print" aria-labelledby="claim">
      <h2 id="claim">{t('claim.title')}</h2>
      <p className="soft">{t('claim.text')}</p>
      <div role="status">{claimedCount !== null && <Notice tone="good">{t('claim.done', { count: claimedCount })}</Notice>}</div>
      <Claims key={secret} secret={secret} quiet={secret === null} onClaimed={setClaimedCount} />
      <ReceiptField onSecret={setSecret} />
    </section>
  );
}

/** On a receipt's page: what the receipt finds goes into her account; who is not signed in learns how. */
export function ClaimReceiptPart({ secret }: { secret: string }) {
  const t = useText('provenance');
  const me = useMe();
  const [claimedCount, setClaimedCount] = useState<number | null>(null);
  if (!me.known) return null;
  return (
    <section className="page-section stack no-print" aria-labelledby="claim">
      <h2 id="claim">{t('claim.title')}</h2>
      {me.person === null ? <p className="soft">{t('claim.signInFirst')}</p> : <Claims secret={secret} onClaimed={setClaimedCount} />}
      <div role="status">{claimedCount !== null && <Notice tone="good">{t('claim.done', { count: claimedCount })}</Notice>}</div>
    </section>
  );
}

/** @param quiet nothing is said where there is nothing to claim */
function Claims({ secret, quiet = false, onClaimed }: { secret: string | null; quiet?: boolean; onClaimed: (count: number) => void }) {
  const t = useText('provenance');
  const problemText = useProblemText();
  // each receipt's finds are its own, and the secret is in no cache key
  const lookUp = useId();
  const found = useQuery<ClaimList>({ queryKey: ['claims', lookUp], queryFn: () => api.post<ClaimList>('/claim-lookups', { secret }), gcTime: 0, retry: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const claim = useCommand((participantIds: string[]) => api.post<Claimed>('/claims', { participantIds, secret }), ['/contributions/mine', '/notices']);
  if (found.isError) return <Notice tone="warn" role="alert">{problemText(found.error)}</Notice>;
  const items = (found.data?.items ?? []).filter(({ state }) => !quiet || state !== 'claimed');
  const choosable = items.filter(({ state }) => state === 'open');
  if (!found.data || items.length === 0) return found.data && !quiet ? <p>{t('claim.nothing')}</p> : null;
  const handleClaim = () =>
    claim.mutate([...chosen], {
      onSuccess: ({ contributionCount }) => {
        onClaimed(contributionCount);
        setChosen(new Set());
        void found.refetch();
      },
    });
  const handleChoose = (id: string, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <div className="stack">
      <ul role="list" className="stack">
        {items.map((item) => (
          <li key={item.participantId} className="stack stack-s">
            {item.state === 'open' ? (
              <Checkbox look="tile" label={t('claim.place', { place: item.saidIn ?? t('elsewhere'), count: item.contributionCount })} checked={chosen.has(item.participantId)} onChange={(isChosen) => handleChoose(item.participantId, isChosen)} />
            ) : (
              <Refused item={item} />
            )}
            <Words item={item} />
          </li>
        ))}
      </ul>
      {claim.isError && <Notice tone="bad" role="alert">{problemText(claim.error)}</Notice>}
      {choosable.length > 0 && (
        <div className="stack stack-s">
          <p className="soft small">{t('claim.ask')}</p>
          <div>
            <Button isPending={claim.isPending} isDisabled={chosen.size === 0} onPress={handleClaim}>{t('claim.take')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

const WHY: Record<Exclude<ClaimState, 'open' | 'claimed'>, ProblemCode> = {
  ended: 'claims/process-ended', 'needs-receipt': 'claims/needs-receipt', 'somebody-elses': 'claims/somebody-elses',
};

function Refused({ item: { state, saidIn, contributionCount } }: { item: Claimable }) {
  const t = useText('provenance');
  const problemText = useProblemText();
  const why = state === 'claimed' || state === 'open' ? t('claim.claimed') : problemText(new Problem(WHY[state]));
  return <Notice tone={state === 'claimed' ? 'good' : 'info'} title={t('claim.place', { place: saidIn ?? t('elsewhere'), count: contributionCount })}>{why}</Notice>;
}

function Words({ item: { words, contributionCount } }: { item: Claimable }) {
  const t = useText('provenance');
  if (words.length === 0) return null;
  return (
    <details className="provenance-details" open={words.length <= 3}>
      <summary>{t('claim.words')}</summary>
      <ul className="stack stack-s">
        {words.map(({ id, text, language }) => <li key={id} lang={language}>{text}</li>)}
      </ul>
      {contributionCount > words.length && <p className="soft small">{t('claim.more', { count: contributionCount - words.length })}</p>}
    </details>
  );
}

/** The link of a receipt, or what stands in it after `#`. */
function ReceiptField({ onSecret }: { onSecret: (secret: string) => void }) {
  const t = useText('provenance');
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState(false);
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const { data: secret } = LinkSecret.safeParse(link.trim().split('#').at(-1));
    setWrong(secret === undefined);
    if (secret === undefined) return;
    onSecret(secret);
    setLink('');
  }
  return (
    <form className="stack stack-s" onSubmit={handleSubmit} noValidate>
      <TextField label={t('claim.receipt')} hint={t('claim.receiptHint')} error={wrong ? t('claim.receiptWrong') : undefined} value={link} onChange={setLink} autoComplete="off" spellCheck={false} />
      <div>
        <Button type="submit" look="secondary">{t('claim.find')}</Button>
      </div>
    </form>
  );
}
