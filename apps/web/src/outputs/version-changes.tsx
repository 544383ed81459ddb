import type { DossierChanges, EarlierVersion, EvidenceChange, RecommendationChange } from '@spolu/contracts/outputs';
import { Select } from '@spolu/ui/select';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { VisuallyHidden } from '@spolu/ui/visually-hidden';
import { useEffect, useState } from 'react';
import { api } from '../http/api.ts';
import { useResource } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { WordChanges } from './word-changes.tsx';

const TONES: Record<RecommendationChange['kind'], TagTone> = { new: 'accent', changed: 'warn', same: 'neutral' };

/** What changed in a version since an earlier one. That she has this one before her is written down, so that the next version tells her what is new to her. */
export function useChanges(dossierId: string, version: number) {
  const me = useMe();
  const [since, setSince] = useState<number | null>(null);
  const path = version > 1 ? `/dossiers/${dossierId}/versions/${version}/changes` : null;
  const usual = useResource<DossierChanges>(path);
  const chosen = useResource<DossierChanges>(path === null || since === null ? null : `${path}?since=${since}`);
  // Where another version cannot be asked for, what there is stays.
  const data = chosen.data ?? usual.data;
  const personId = me.person?.id;
  useEffect(() => {
    // Without a network nobody is told; she will look again.
    if (personId !== undefined) api.put(`/dossiers/${dossierId}/versions/${version}/look`, {}).catch(() => undefined);
  }, [personId, dossierId, version]);
  return { changes: data?.since ? data : null, setSince, changeOf: (id: string) => (data?.since ? data.recommendations.find(({ recommendationId }) => recommendationId === id) : undefined) };
}

/** At the top of a version: how much is new in it, compared with which version, and what is no longer recommended. */
export function ChangesSummary({ changes, onSince }: { changes: DossierChanges; onSince: (version: number) => void }) {
  const t = useText('outputs');
  const format = useFormat();
  const { since, earlier, title, summary, recommendations, gone } = changes;
  const count = (kind: RecommendationChange['kind']) => recommendations.filter((one) => one.kind === kind).length;
  const nothing = !title && !summary && gone.length === 0 && count('same') === recommendations.length;
  const label = ({ version, publishedAt, lookedAt }: EarlierVersion) =>
    lookedAt ? t('changes.looked', { version, date: format.day(lookedAt) }) : t('changes.published', { version, date: format.day(publishedAt) });
  if (!since) return null;
  return (
    <section className="outputs-changes stack" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.since', { version: since.version })}</h2>
      {earlier.length > 1 ? (
        <div className="no-print">
          <Select
            label={t('changes.compareWith')}
            width="medium"
            options={earlier.map((one) => ({ id: String(one.version), label: label(one) }))}
            value={String(since.version)}
            onChange={(version) => onSince(Number(version))}
          />
        </div>
      ) : (
        <p className="soft small">{label(since)}</p>
      )}
      {nothing ? (
        <p>{t('changes.nothing')}</p>
      ) : (
        <p>{format.list((['new', 'changed', 'same'] as const).filter((kind) => count(kind) > 0).map((kind) => t(`changes.count.${kind}`, { count: count(kind) })))}</p>
      )}
      {[{ part: 'title' as const, words: title }, { part: 'summary' as const, words: summary }].map(({ part, words }) => words && (
        <div key={part}>
          <h3 className="outputs-small-heading">{t(`field.${part}`)}</h3>
          <WordChanges {...words} />
        </div>
      ))}
      {gone.length > 0 && (
        <div>
          <h3 className="outputs-small-heading">{t('changes.gone')}</h3>
          <ul>
            {gone.map(({ number, title: name }) => (
              <li key={number}>
                {number}. {name}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** New, changed or as it was. */
export function ChangeTag({ change: { kind } }: { change: RecommendationChange }) {
  const t = useText('outputs');
  return <Tag tone={TONES[kind]}>{t(`changes.kind.${kind}`)}</Tag>;
}

/** What changed in one recommendation: its words, and what it stands on. */
export function ChangePart({ change: { kind, words, numberBefore, added, removed }, number, since }: { change: RecommendationChange; number: number; since: number }) {
  const t = useText('outputs');
  if (kind !== 'changed') return null;
  return (
    <details className="outputs-evidence">
      <summary>
        {t('changes.since', { version: since })}
        <VisuallyHidden> ({t('recommendation', { number })})</VisuallyHidden>
      </summary>
      <div className="stack">
        {numberBefore !== null && <p className="soft small">{t('changes.numberBefore', { number: numberBefore })}</p>}
        {words.map(({ part, before, after }) => (
          <div key={part}>
            <h3 className="outputs-small-heading">{t(`changes.part.${part}`)}</h3>
            <WordChanges before={before} after={after} />
          </div>
        ))}
        <Pieces title={t('changes.added')} pieces={added} />
        <Pieces title={t('changes.removed')} pieces={removed} />
      </div>
    </details>
  );
}

function Pieces({ title, pieces }: { title: string; pieces: readonly EvidenceChange[] }) {
  const t = useText('outputs');
  const format = useFormat();
  if (pieces.length === 0) return null;
  const key = { idea: 'ideas', note: 'notes', words: 'online.count', assessment: 'assessments', vote: 'votes', opinion: 'opinions', question: 'questions' } as const;
  return (
    <div>
      <h3 className="outputs-small-heading">{title}</h3>
      <ul>
        {pieces.map(({ kind, count, names }) => (
          <li key={kind}>
            {t(key[kind], { count })}
            {names.length > 0 && `: ${format.list(names)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
