import { CITED_IDEAS_MAX } from '@spolu/contracts/outputs';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { IdeaChooser } from '../ideas/idea-chooser.tsx';
import { useChosenIdeas } from '../ideas/use-chosen-ideas.ts';

/** Which ideas a recommendation stands on: any of the process, with how many notes and dots lie behind each. */
export function IdeaPicker({ processId, number, chosen, onChoose, onClose }: {
  processId: string;
  number: number;
  chosen: readonly string[];
  onChoose: (ideaIds: string[]) => void;
  onClose: () => void;
}) {
  const t = useText('outputs');
  const [picked, setPicked] = useState<readonly string[]>(chosen);
  const known = useChosenIdeas(processId, picked);
  const title = t('picker.title', { number });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <Button
          onPress={() => {
            onChoose([...picked]);
            onClose();
          }}
        >
          {t('picker.done', { count: picked.length })}
        </Button>
      }
    >
      <IdeaChooser
        processId={processId} chosen={picked} onChange={setPicked} known={known} max={CITED_IDEAS_MAX} label={t('picker.ideas')}
        hintOf={({ noteCount, dots }) => [...(noteCount === 0 ? [] : [t('notes', { count: noteCount })]), ...(dots === null ? [] : [t('dots', { count: dots })])].join(' · ')}
      />
    </Dialog>
  );
}
