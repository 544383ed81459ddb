import type { PublicVoteOption, PublicVoteView, VoteCategory } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { Progress } from '@spolu/ui/progress';
import { Minus, Plus } from 'lucide-react';
import { useText } from '../i18n/use-text.ts';
import { limitOf, mayAdd, usedOf, withDots, type BallotDraft } from './ballot-draft.ts';
import { RankedCategory } from './ranked-category.tsx';
import { useMoney, useRuleWords } from './vote-words.ts';

export interface BallotCategoryProps {
  vote: PublicVoteView;
  category: VoteCategory;
  draft: BallotDraft;
  onChange: (draft: BallotDraft) => void;
}

/** The options of one category on the ballot, with what is used of its limit always in sight. */
export function BallotCategory(props: BallotCategoryProps) {
  const { vote, category } = props;
  const words = useRuleWords(vote);
  return (
    <section className="stack" aria-labelledby={`category-${category.id}`}>
      <h2 id={`category-${category.id}`} className={category.title ? undefined : 'visually-hidden'}>{category.title || vote.title}</h2>
      <p>{[words.how, words.limit(category)].filter(Boolean).join(' ')}</p>
      {vote.rule.method === 'ranking' ? <RankedCategory {...props} /> : <Choices {...props} />}
    </section>
  );
}

function Choices({ vote, category, draft, onChange }: BallotCategoryProps) {
  const limit = limitOf(vote, category);
  return (
    <>
      <ul role="list" className="stack stack-s">
        {category.options.map((option) => (
          <li key={option.id} className="ui-card public-votes-option" data-chosen={(draft.dots[option.id] ?? 0) > 0 || undefined}>
            {vote.rule.method === 'dots' ? (
              <Dots option={option} count={draft.dots[option.id] ?? 0} mayAdd={mayAdd(vote, category, draft, option.id)} onChange={(count) => onChange(withDots(draft, option.id, count))} />
            ) : (
              <Choice vote={vote} category={category} draft={draft} option={option} onChange={onChange} />
            )}
          </li>
        ))}
      </ul>
      {limit !== null && <Used vote={vote} category={category} draft={draft} limit={limit} />}
    </>
  );
}

function Used({ vote, category, draft, limit }: Omit<BallotCategoryProps, 'onChange'> & { limit: number }) {
  const t = useText('public-votes');
  const money = useMoney(vote.rule);
  const used = usedOf(vote, category, draft);
  const text =
    vote.rule.method === 'budget' ? t('budget.used', { used: money(used), budget: money(limit) }) : vote.rule.method === 'dots' ? t('dots.used', { used, limit }) : t('choice.used', { used, limit });
  return (
    <div className="public-votes-used">
      <p className="visually-hidden" role="status">{text}</p>
      <Progress label={category.title || t('used')} value={used} max={limit} valueText={text} />
    </div>
  );
}

function Choice({ vote, category, draft, option, onChange }: BallotCategoryProps & { option: PublicVoteOption }) {
  const t = useText('public-votes');
  const money = useMoney(vote.rule);
  const chosen = (draft.dots[option.id] ?? 0) > 0;
  const full = !chosen && !mayAdd(vote, category, draft, option.id);
  const budget = vote.rule.method === 'budget';
  return (
    <>
      <Checkbox
        label={<span className="strong">{option.title}</span>}
        hint={[budget && option.cost !== null && money(option.cost), full && t(budget ? 'budget.full' : 'choice.full')].filter(Boolean).join(' · ') || undefined}
        checked={chosen}
        disabled={full}
        onChange={(checked) => onChange(withDots(draft, option.id, checked ? 1 : 0))}
      />
      <About option={option} />
    </>
  );
}

function Dots({ option, count, mayAdd, onChange }: { option: PublicVoteOption; count: number; mayAdd: boolean; onChange: (count: number) => void }) {
  const t = useText('public-votes');
  return (
    <>
      <h3>{option.title}</h3>
      <About option={option} />
      <div className="row" role="group" aria-label={option.title}>
        <Button look="secondary" size="thumb" iconOnly icon={<Minus aria-hidden size={24} />} aria-label={t('dots.remove', { title: option.title })} isDisabled={count === 0} onPress={() => onChange(count - 1)} />
        <output className="public-votes-dots" aria-live="polite">
          <span aria-hidden>{count}</span>
          <span className="visually-hidden">{t('dots.given', { count })}</span>
        </output>
        <Button size="thumb" iconOnly icon={<Plus aria-hidden size={24} />} aria-label={t('dots.add', { title: option.title })} isDisabled={!mayAdd} onPress={() => onChange(count + 1)} />
      </div>
    </>
  );
}

/** What the option proposes, a tap away; the idea itself opens beside the ballot, so that nothing of it is lost. */
export function About({ option }: { option: PublicVoteOption }) {
  const t = useText('public-votes');
  if (option.hidden) return null;
  return (
    <details className="small">
      <summary>{t('about')}<span className="visually-hidden">: {option.title}</span></summary>
      {option.summary && <p className="keep-lines">{option.summary}</p>}
      <p><a href={`/ideas/${option.ideaId}`} target="_blank" rel="noreferrer">{t('aboutMore')}</a></p>
    </details>
  );
}
