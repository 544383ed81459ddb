import type { ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { useEffect, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { canKeep, useKeeping, useKeptReferrals, type KeptReferralEntry } from './kept-referrals.ts';
import { useSending } from './use-desk-queue.ts';

/** On top of a page of the desk: since when there is no network, and what becomes of what she wrote. */
export function SendingPart({ away, at }: { away: boolean; at: number | null }) {
  const t = useText('review');
  const format = useFormat();
  const entries = useSending();
  const [waited, setWaited] = useState(false);
  const waiting = entries.filter(({ state }) => state !== 'not-taken').length;
  const refused = entries.length - waiting;
  useEffect(() => {
    if (waiting > 0) setWaited(true);
  }, [waiting]);
  return (
    <div className="review-sending stack stack-s no-print">
      {away && (
        <Notice role="status" tone="warn" title={at === null ? t('device.away') : t('device.awaySince', { time: format.dateTime(new Date(at).toISOString()) })}>
          <p>{t('device.awayText')}</p>
        </Notice>
      )}
      {waiting > 0 && <Notice role="status">{t('device.waiting', { count: waiting })}</Notice>}
      {waited && waiting === 0 && refused === 0 && <Notice role="status" tone="good">{t('device.allSent')}</Notice>}
      {refused > 0 && <Notice role="status" tone="bad">{t('device.refused', { count: refused })}</Notice>}
    </div>
  );
}

/** Keeps the dossier on this device, on purpose: a tablet may be the commission's, and what lies on it is hers. */
export function KeepPart({ view }: { view: ReferralView }) {
  const t = useText('review');
  const { keep } = useKeeping();
  const kept = useKeptReferrals();
  const [pending, setPending] = useState(false);
  if (!canKeep() || !kept) return null;
  const entry = kept.find(({ key }) => key === view.id);
  async function handleKeep() {
    setPending(true);
    const done = await keep(view).catch(() => false);
    setPending(false);
    if (done) toast(t('device.kept'));
    else toast(t('device.cannotKeep'), 'bad');
  }
  return (
    <section className="review-kept no-print" aria-labelledby="kept-title">
      <h2 id="kept-title" className="outputs-small-heading">{t('device.title')}</h2>
      {entry ? (
        <KeptLine entry={entry} />
      ) : (
        <>
          <Button look="secondary" size="small" isPending={pending} onPress={() => void handleKeep()}>{t('device.keep')}</Button>
          <p className="soft small">{t('device.keepHint')}</p>
        </>
      )}
    </section>
  );
}

/** The dossiers that this device keeps, each with its size and its days. */
export function KeptPart() {
  const t = useText('review');
  const kept = useKeptReferrals();
  if (!kept?.length) return null;
  return (
    <section className="page-section">
      <h2>{t('device.title')}</h2>
      <ul role="list" className="review-rows">
        {kept.map((entry) => (
          <li key={entry.key} className="stack stack-s">
            <p>
              <a className="strong" href={`/referrals/${entry.key}`}>{entry.value.view.dossierTitle}</a>
            </p>
            <KeptLine entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptLine({ entry: { key, at, until, value } }: { entry: KeptReferralEntry }) {
  const t = useText('review');
  const format = useFormat();
  const { drop } = useKeeping();
  return (
    <div className="row">
      <span className="soft small">
        {t('device.keptAs', { time: format.dateTime(new Date(at).toISOString()), until: format.day(new Date(until).toISOString()), size: format.number(Math.max(1, Math.round(value.bytes / 1024))) })}
      </span>
      <Button look="quiet" size="small" aria-label={`${t('device.remove')}: ${value.view.dossierTitle}`} onPress={() => void drop(key)}>
        {t('device.remove')}
      </Button>
    </div>
  );
}
