import { COMMITMENT_BLOCKS, type BlockVersion, type CommitmentBlock, type CommitmentView } from '@spolu/contracts/commitments';
import type { Page } from '@spolu/contracts/common';
import { Spinner } from '@spolu/ui/progress';
import { Suspense, useState } from 'react';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { WordChanges } from '../outputs/word-changes.tsx';
import '../outputs/outputs.css';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { moneyOfVersion, useSumWords } from './commitment-money.ts';

/** What the fields of a commitment said before, field by field; read when one is opened. */
export function BlockHistory({ commitment: { id, versionCounts } }: { commitment: CommitmentView }) {
  const t = useText('commitments');
  const changed = COMMITMENT_BLOCKS.filter((block) => (versionCounts[block] ?? 0) > 1);
  if (changed.length === 0) return null;
  return (
    <section className="page-section no-print">
      <h2>{t('history.title')}</h2>
      {changed.map((block) => (
        <OneHistory key={block} commitmentId={id} block={block} count={versionCounts[block] ?? 0} />
      ))}
    </section>
  );
}

function OneHistory({ commitmentId, block, count }: { commitmentId: string; block: CommitmentBlock; count: number }) {
  const t = useText('commitments');
  const [open, setOpen] = useState(false);
  return (
    <details className="commitments-delays" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`field.${block}`)}: {t('history.versions', { count })}
      </summary>
      {open && (
        <Suspense fallback={<Spinner />}>
          <Versions commitmentId={commitmentId} block={block} />
        </Suspense>
      )}
    </details>
  );
}

function Versions({ commitmentId, block }: { commitmentId: string; block: CommitmentBlock }) {
  const t = useText('commitments');
  const format = useFormat();
  const readable = useReadable();
  const versions = useList<Page<BlockVersion>>(`/commitments/${commitmentId}/versions?block=${block}`);
  return (
    <>
      <Loaded query={versions}>
        {({ items }) => (
          <ol role="list" className="stack">
            {items.map(({ number, at, reason, writtenBy, text, language }, i) => (
              <li key={number}>
                <p className="small soft">{[t('history.number', { number }), at ? format.dateTime(at) : t('history.before'), writtenBy].filter(Boolean).join(' · ')}</p>
                {reason && <p className="small">{t('history.reason', { reason })}</p>}
                <div lang={block === 'schedule' ? undefined : language}>
                  <WordChanges before={readable(block, items[i + 1]?.text ?? text)} after={readable(block, text)} />
                </div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <MoreOf list={versions} label={t('history.title')} />
    </>
  );
}

/** The schedule is kept as two days and money as a line of its own; all else as it was typed. */
function useReadable(): (block: CommitmentBlock, text: string) => string {
  const t = useText('commitments');
  const format = useFormat();
  const sumWords = useSumWords();
  return (block, text) => {
    if (block === 'schedule') {
      const [fromOn, untilOn] = text.split('/');
      return format.days(fromOn || null, untilOn || null);
    }
    const { money, words } = block === 'resources' ? moneyOfVersion(text) : { money: null, words: text };
    if (!money) return words;
    return [[sumWords(money), money.funding && t(`funding.${money.funding}`)].filter(Boolean).join(', '), words].filter(Boolean).join('\n');
  };
}
