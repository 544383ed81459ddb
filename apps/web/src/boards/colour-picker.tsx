import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';

/** The six colours of notes as native radios: the name stands with each, for eyes on hover and focus too. */
export function ColourPicker({ value, onChange }: { value: NoteColour | null; onChange: (colour: NoteColour) => void }) {
  const t = useText('boards');
  const name = useId();
  return (
    <fieldset className="board-colours">
      <legend className="visually-hidden">{t('colour.label')}</legend>
      {NOTE_COLOURS.map((colour) => (
        <label key={colour} className="board-colour" data-colour={colour} title={t(`colour.${colour}`)}>
          <input type="radio" name={name} value={colour} checked={value === colour} onChange={() => onChange(colour)} />
          <span className="board-colour-swatch" aria-hidden />
          <span className="board-colour-name">{t(`colour.${colour}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
