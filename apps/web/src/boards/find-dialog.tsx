import { byOrder } from '@spolu/board/shape';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { TextField } from '@spolu/ui/text-field';
import { useId, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { categoriesOf, findThings, type Facet } from './find-things.ts';
import type { ReadingItem } from './scene/scene.ts';
import { useBoardVersion } from './use-board.ts';
import type { BoardCopy } from './work-copy.ts';

/** So many results have a button at once; who wants others adds a word. */
const LISTED = 50;

/** Finding something on the board by its words or by where it belongs, and going there: in the list and on the plane alike. */
export function FindDialog({ copy, onGo, onClose }: { copy: BoardCopy; onGo: (item: ReadingItem) => void; onClose: () => void }) {
  const t = useText('boards');
  useBoardVersion(copy);
  const filterId = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState('');
  const { index } = copy;
  const { participantId } = copy.actions.persona;
  const clusters = [...index.clusters.values()].sort(byOrder);
  const categories = categoriesOf(index);
  const facet = facetOf(chosen, participantId);
  const found = findThings(index, words, facet);
  const asked = words.trim() !== '' || facet !== null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('find.title')}
      actions={
        <Button look="secondary" onPress={onClose}>
          {t('note.close')}
        </Button>
      }
    >
      <TextField label={t('find.words')} value={words} onChange={setWords} autoFocus />
      <div className="board-look">
        <label htmlFor={filterId}>{t('find.only')}</label>
        <select id={filterId} className="board-look-choice" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{t('find.everything')}</option>
          {participantId !== null && <option value="mine">{t('find.mine')}</option>}
          {clusters.length > 0 && (
            <optgroup label={t('find.clusters')}>
              {clusters.map(({ id, title }) => (
                <option key={id} value={`cluster ${id}`}>
                  {title || t('cluster.unnamed')}
                </option>
              ))}
            </optgroup>
          )}
          {categories.length > 0 && (
            <optgroup label={t('find.categories')}>
              {categories.map((category) => (
                <option key={category} value={`category ${category}`}>
                  {category}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </div>
      <p role="status" className="small soft">
        {!asked ? '' : found.length > LISTED ? t('connect.first', { number: LISTED, count: found.length }) : t('find.found', { count: found.length })}
      </p>
      <ol role="list" aria-label={t('find.results')} className="board-found">
        {found.slice(0, LISTED).map(({ item, words: said }) => (
          <li key={item.id}>
            <button type="button" className="board-row-main" onClick={() => onGo(item)}>
              {said || t('note.empty')}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** Of authors one may know oneself only. */
function facetOf(chosen: string, participantId: string | null): Facet | null {
  if (chosen === 'mine') return participantId === null ? null : { by: 'author', participantIds: new Set([participantId]) };
  if (chosen.startsWith('cluster ')) return { by: 'cluster', clusterId: chosen.slice(8) };
  return chosen.startsWith('category ') ? { by: 'category', category: chosen.slice(9) } : null;
}
