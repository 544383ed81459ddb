import type { DutyView } from '@spolu/contracts/duties';
import { Card } from '@spolu/ui/card';
import { Tag } from '@spolu/ui/tag';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { DueDay } from '../shell/due-day.tsx';

/** Things that wait: what, for whom, since when, until when; each leads to where it is done. */
export function DutyList({ rows, level }: { rows: readonly DutyView[]; level: 2 | 3 }) {
  const t = useText('duties');
  const format = useFormat();
  const Heading = `h${level}` as const;
  return (
    <ul role="list" className="grid">
      {rows.map(({ kind, id, title, url, holderScope, holderName, processTitle, since, dueOn, language }) => (
        <Card as="li" look="link" key={`${kind} ${id}`}>
          <p className="row">
            <Tag tone="accent">{t(`kind.${kind}`)}</Tag>
            <DueDay dueOn={dueOn} />
          </p>
          <Heading className="h3">
            <a href={url} lang={language ?? undefined}>{title}</a>
          </Heading>
          <p className="soft small">{[holderScope === 'author' ? t('askedBy', { name: holderName }) : holderName, processTitle, t('since', { date: format.dayShort(since) })].filter(Boolean).join(' · ')}</p>
        </Card>
      ))}
    </ul>
  );
}
