import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';

interface ChoosePlaceProps {
  /** Of the list, naming the person. */
  label: string;
  /** Where she is; empty: nowhere. */
  value: string;
  nowhere: string;
  places: readonly { id: string; title: string }[];
  press: string;
  /** What pressing does, naming the person and the place. */
  pressLabel: (title: string) => string;
  pending: boolean;
  onChoose: (id: string) => Promise<unknown>;
}

/** A place is chosen first and taken by a press: a list that is walked through with the arrow keys would send her from place to place. */
export function ChoosePlace({ label, value, nowhere, places, press, pressLabel, pending, onChoose }: ChoosePlaceProps) {
  const [chosen, setChosen] = useState<string>();
  const shown = chosen ?? value;
  const title = places.find(({ id }) => id === shown)?.title ?? nowhere;
  return (
    <>
      <select className="ui-input" aria-label={label} value={shown} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{nowhere}</option>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.title}
          </option>
        ))}
      </select>
      {shown !== value && (
        <PlainButton size="small" pending={pending} aria-label={pressLabel(title)} onClick={() => void onChoose(shown).then(() => setChosen(undefined))}>
          {press}
        </PlainButton>
      )}
    </>
  );
}
