import { Button } from '@spolu/ui/button';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';

export interface ItemListProps<Item> {
  label: string;
  hint?: string;
  items: readonly Item[];
  keyOf: (item: Item, index: number) => string;
  onChange: (items: Item[]) => void;
  make: () => Item;
  max: number;
  addLabel: string;
  /** What one item is called: "Fáza 2". */
  itemLabel: (index: number) => string;
  /** The order matters: items can be moved up and down. */
  ordered?: boolean;
  children: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
}

/** A list inside a form whose items are added, removed and moved by buttons. The focus goes to what was just added or moved. */
export function ItemList<Item>({ label, hint, items, keyOf, onChange, make, max, addLabel, itemLabel, ordered, children }: ItemListProps<Item>) {
  const t = useText('participation');
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.children[wanted.current]?.querySelector<HTMLElement>('input, textarea')?.focus();
    wanted.current = null;
  });
  function handleAdd() {
    wanted.current = items.length;
    onChange([...items, make()]);
  }
  function handleMove(from: number, to: number) {
    const moved = [...items];
    moved.splice(to, 0, ...moved.splice(from, 1));
    wanted.current = to;
    onChange(moved);
  }
  return (
    <fieldset className="ui-field participation-items">
      <legend className="ui-label">{label}</legend>
      {hint && <p className="ui-hint">{hint}</p>}
      <ol role="list" ref={list} className="stack stack-s">
        {items.map((item, index) => (
          <li key={keyOf(item, index)} className="participation-item">
            <div className="stack stack-s">{children(item, index, (changed) => onChange(items.map((one, i) => (i === index ? changed : one))))}</div>
            <div className="participation-item-tools">
              {ordered && (
                <>
                  <Button
                    look="quiet"
                    size="small"
                    iconOnly
                    icon={<ArrowUp aria-hidden size={18} />}
                    aria-label={t('items.up', { item: itemLabel(index) })}
                    isDisabled={index === 0}
                    onPress={() => handleMove(index, index - 1)}
                  />
                  <Button
                    look="quiet"
                    size="small"
                    iconOnly
                    icon={<ArrowDown aria-hidden size={18} />}
                    aria-label={t('items.down', { item: itemLabel(index) })}
                    isDisabled={index === items.length - 1}
                    onPress={() => handleMove(index, index + 1)}
                  />
                </>
              )}
              <Button
                look="quiet"
                size="small"
                iconOnly
                icon={<X aria-hidden size={18} />}
                aria-label={t('items.remove', { item: itemLabel(index) })}
                onPress={() => onChange(items.filter((_, i) => i !== index))}
              />
            </div>
          </li>
        ))}
      </ol>
      {items.length < max && (
        <div>
          <Button look="secondary" size="small" icon={<Plus aria-hidden size={18} />} onPress={handleAdd}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
