import { Problem } from '@spolu/contracts/problems';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import type { BoardConnection, BoardSnapshot } from './board-connection.ts';
import { NotTakenList } from './not-taken.tsx';

/** A board that cannot be shown: why, and the words that it did not take. */
export function BoardRefused({ connection, snapshot: { save, link, notTaken } }: { connection: BoardConnection; snapshot: BoardSnapshot }) {
  const t = useText('boards');
  const problemText = useProblemText();
  return (
    <div className="board-notice">
      <Notice tone="warn" title={t(save === 'refused' ? 'state.refused' : 'state.newer-version')} role="alert">
        {link.problem && save === 'refused' ? <p>{problemText(new Problem(link.problem.code, link.problem.facts))}</p> : <PlainButton onClick={() => location.reload()}>{t('state.reload')}</PlainButton>}
      </Notice>
      <NotTakenList texts={notTaken} onAgain={null} onDrop={({ id }) => connection.settleNotTaken(id)} />
    </div>
  );
}
