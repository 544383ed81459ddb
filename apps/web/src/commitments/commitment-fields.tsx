import type { CommitmentBlock, CommitmentView, FundingState } from '@spolu/contracts/commitments';
import { Tag, type TagTone } from '@spolu/ui/tag';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { useSumWords } from './commitment-money.ts';

const ACTORS = ['leadInternal', 'leadExternal', 'otherActors'] as const;
const WORDS = ['problem', 'statusQuo', 'action', 'contribution', 'vision'] as const;

/** What a commitment says, field by field as the template of an open government commitment asks; what says nothing is left out. Below each stands what `below` gives. */
export function CommitmentFields({ commitment, heading: Heading, below }: { commitment: CommitmentView; heading: 'h2' | 'h3'; below?: (block: CommitmentBlock) => ReactNode }) {
  const t = useText('commitments');
  const format = useFormat();
  const language = useLanguage();
  const words = (block: (typeof WORDS)[number] | 'additional') =>
    commitment[block] !== '' && (
      <section key={block} className="page-section">
        <Heading lang={language}>{t(`field.${block}`)}</Heading>
        <p className="keep-lines">{commitment[block]}</p>
        {below?.(block)}
      </section>
    );
  return (
    <>
      {(commitment.fromOn || commitment.untilOn) && (
        <section className="page-section">
          <Heading lang={language}>{t('field.schedule')}</Heading>
          <p lang={language}>{format.days(commitment.fromOn, commitment.untilOn)}</p>
          {below?.('schedule')}
        </section>
      )}
      {ACTORS.filter((block) => commitment[block].length > 0).map((block) => (
        <section key={block} className="page-section">
          <Heading lang={language}>{t(`field.${block}`)}</Heading>
          <ul>
            {commitment[block].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {below?.(block)}
        </section>
      ))}
      {WORDS.map(words)}
      {commitment.values.length > 0 && (
        <section className="page-section">
          <Heading lang={language}>{t('field.values')}</Heading>
          <div className="row">
            {commitment.values.map((value) => (
              <Tag key={value}>{value}</Tag>
            ))}
          </div>
          {below?.('values')}
        </section>
      )}
      {(commitment.resources !== '' || commitment.amount !== null || commitment.funding) && (
        <section className="page-section">
          <Heading lang={language}>{t('field.resources')}</Heading>
          <Money of={commitment} />
          {commitment.resources !== '' && <p className="keep-lines">{commitment.resources}</p>}
          {below?.('resources')}
        </section>
      )}
      {words('additional')}
    </>
  );
}

const TONES: Record<FundingState, TagTone> = { secured: 'good', 'partly-secured': 'warn', 'not-secured': 'bad' };

function Money({ of }: { of: CommitmentView }) {
  const t = useText('commitments');
  const language = useLanguage();
  const sum = useSumWords()(of);
  if (!sum && !of.funding) return null;
  return (
    <p className="row" lang={language}>
      {sum && <strong>{sum}</strong>}
      {of.funding && <Tag tone={TONES[of.funding]}>{t(`funding.${of.funding}`)}</Tag>}
    </p>
  );
}
