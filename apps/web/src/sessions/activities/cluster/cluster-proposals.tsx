import { BOARD_TITLE_MAX_LENGTH } from '@spolu/contracts/plain';
import { Checkbox } from '@spolu/ui/checkbox';
import { PlainButton, PlainTextField } from '@spolu/ui/plain';
import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { BoardConnection } from '../../../boards/board-connection.ts';
import { talkOf } from '../../../boards/talk/talk-of.ts';
import { workCopy } from '../../../boards/work-copy.ts';
import { useText } from '../../../i18n/use-text.ts';
import { proposedClusters, type ProposedCluster } from './proposed-clusters.ts';

/** Groups that share words, when she asks for them. Each is looked at, changed, accepted or turned down; what she accepts is one step that can be undone. */
export function ClusterProposals({ board }: { board: BoardConnection }) {
  const t = useText('sessions');
  const [proposed, setProposed] = useState<readonly ProposedCluster[] | null>(null);
  const [said, setSaid] = useState('');
  const copy = () => workCopy(board.snapshot.copy, talkOf(board));
  const show = (noteIds: readonly string[]) => copy().selection.set(noteIds);

  function handleAsk() {
    const found = proposedClusters([...copy().index.notes.values()]);
    setProposed(found);
    setSaid(found.length === 0 ? t('proposals.none') : '');
  }
  function settle(proposal: ProposedCluster, what: string) {
    show([]);
    setProposed((before) => before?.filter((other) => other !== proposal) ?? null);
    setSaid(what);
  }
  function handleAccept(proposal: ProposedCluster, title: string, noteIds: readonly string[]) {
    const now = copy();
    // somebody may have grouped or removed some meanwhile
    const loose = noteIds.filter((id) => now.index.note(id)?.clusterId === null);
    if (loose.length < 2) return settle(proposal, t('proposals.gone'));
    now.actions.makeCluster(loose, title);
    settle(proposal, t('proposals.accepted', { title, count: loose.length }));
  }

  return (
    <div className="stack stack-s">
      <PlainButton look="secondary" icon={<Lightbulb aria-hidden size={20} />} onClick={handleAsk}>
        {proposed === null ? t('proposals.ask') : t('proposals.askAgain')}
      </PlainButton>
      <p className="small soft">{t('proposals.means')}</p>
      <p role="status" className="small">{said}</p>
      {proposed && proposed.length > 0 && (
        <ul role="list" className="stack" aria-label={t('proposals.list')}>
          {proposed.map((proposal) => (
            <Proposal
              key={proposal.notes[0]?.id} proposal={proposal} onShow={show}
              onAccept={(title, noteIds) => handleAccept(proposal, title, noteIds)} onReject={() => settle(proposal, t('proposals.rejected'))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ProposalProps {
  proposal: ProposedCluster;
  onShow: (noteIds: readonly string[]) => void;
  onAccept: (title: string, noteIds: readonly string[]) => void;
  onReject: () => void;
}

function Proposal({ proposal: { words, notes }, onShow, onAccept, onReject }: ProposalProps) {
  const t = useText('sessions');
  const proposedTitle = words.join(', ').slice(0, BOARD_TITLE_MAX_LENGTH);
  const [title, setTitle] = useState(proposedTitle);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = notes.flatMap(({ id }) => (left.has(id) ? [] : [id]));
  return (
    <li className="ui-card stack stack-s">
      <p className="small">{t('proposals.shared', { words: words.join(', ') })}</p>
      <PlainTextField label={t('proposals.title')} value={title} onChange={setTitle} maxLength={BOARD_TITLE_MAX_LENGTH} />
      <div role="group" aria-label={t('proposals.notes')} className="stack stack-s">
        {notes.map(({ id, text }) => (
          <Checkbox
            key={id} label={text} checked={!left.has(id)}
            onChange={(isIn) => setLeft((before) => new Set(isIn ? [...before].filter((other) => other !== id) : [...before, id]))}
          />
        ))}
      </div>
      {chosen.length < 2 && <p className="small">{t('proposals.two')}</p>}
      <div className="row">
        <PlainButton size="small" aria-disabled={chosen.length < 2} aria-label={t('proposals.acceptOf', { words: words.join(', ') })} onClick={() => chosen.length >= 2 && onAccept(title.trim() || proposedTitle, chosen)}>
          {t('proposals.accept')}
        </PlainButton>
        <PlainButton look="secondary" size="small" aria-label={t('proposals.showOf', { words: words.join(', ') })} onClick={() => onShow(chosen)}>
          {t('proposals.show')}
        </PlainButton>
        <PlainButton look="quiet" size="small" aria-label={t('proposals.rejectOf', { words: words.join(', ') })} onClick={onReject}>
          {t('proposals.reject')}
        </PlainButton>
      </div>
    </li>
  );
}
