import type { BoardTemplate, MethodSummary } from '@spolu/contracts/methods';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { NO_FILTER, suitable } from '../methods/method-filter.ts';
import { useMethod, useMethods } from '../methods/use-methods.ts';
import { Loaded } from '../shell/loaded.tsx';

interface TemplateDialogProps {
  /** Puts its frames on the board. */
  onInsert: (template: BoardTemplate) => void;
  onClose: () => void;
}

/** The frames that a method of the library begins with, found by its name or purpose and seen by their names before they come. */
export function TemplateDialog({ onInsert, onClose }: TemplateDialogProps) {
  const t = useText('boards');
  const methods = useMethods();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<MethodSummary | null>(null);
  return (
    <Dialog open onClose={onClose} title={t('template.title')} actions={<Button look="secondary" onPress={onClose}>{t('note.close')}</Button>}>
      <TextField label={t('template.words')} value={words} onChange={setWords} autoFocus />
      <Loaded query={methods}>
        {(all) => {
          const found = suitable(all, { ...NO_FILTER, words });
          return (
            <>
              <p role="status" className="small soft">
                {t('find.found', { count: found.length })}
              </p>
              <ul role="list" aria-label={t('template.list')} className="board-found">
                {found.map((method) => (
                  <li key={method.id}>
                    <button type="button" className="board-row-main" aria-expanded={chosen?.id === method.id} onClick={() => setChosen(chosen?.id === method.id ? null : method)}>
                      <span lang={method.name.lang}>{method.name.text}</span>
                    </button>
                    {chosen?.id === method.id && <Frames methodId={method.id} onInsert={onInsert} />}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function Frames({ methodId, onInsert }: { methodId: string; onInsert: TemplateDialogProps['onInsert'] }) {
  const t = useText('boards');
  return (
    <Loaded query={useMethod(methodId)}>
      {({ boardTemplate }) => (
        <div className="board-template stack stack-s">
          <p>{t('template.frames', { count: boardTemplate.frames.length })}</p>
          <ul>
            {boardTemplate.frames.map(({ key, title }) => (
              <li key={key} lang={title.lang}>
                {title.text}
              </li>
            ))}
          </ul>
          <div>
            <Button onPress={() => onInsert(boardTemplate)}>{t('template.insert')}</Button>
          </div>
        </div>
      )}
    </Loaded>
  );
}
