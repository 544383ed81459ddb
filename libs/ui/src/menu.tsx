import { useId, useRef, useState, type ComponentType } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import type { MenuFocus, MenuListProps } from './menu-list.tsx';

interface MenuProps extends Pick<MenuListProps, 'label' | 'entries' | 'placement'> {
  /** The button that opens it. */
  trigger: ButtonProps;
}

const ARROWS: Partial<Record<string, MenuFocus>> = { ArrowDown: 'first', ArrowUp: 'last' };
const load = () => import('./menu-list.tsx');
/** It is likely to be opened soon. A failure says nothing yet: opening asks again. */
const prepare = () => void load().catch(() => undefined);

/** A button with its list of things to do. The list is much heavier than the button and comes when somebody reaches for it. */
export function Menu({ trigger, label, entries, placement }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [List, setList] = useState<ComponentType<MenuListProps> | null>(null);
  const [open, setOpen] = useState<MenuFocus | null>(null);

  function handleOpen(focus: MenuFocus) {
    load().then(
      ({ MenuList }) => {
        setList(() => MenuList);
        setOpen(focus);
      },
      // No network just now: it stays closed, and the next press asks again.
      () => setOpen(null),
    );
  }

  return (
    <>
      <Button
        {...trigger}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : id}
        onHoverStart={prepare}
        onFocus={prepare}
        onPressStart={prepare}
        onPress={({ pointerType }) => handleOpen(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : 'list')}
        onKeyDown={(event) => {
          const focus = ARROWS[event.key];
          if (!focus) return event.continuePropagation();
          event.preventDefault();
          handleOpen(focus);
        }}
      />
      {List && <List id={id} trigger={button} label={label} entries={entries} placement={placement} open={open} onClose={() => setOpen(null)} />}
    </>
  );
}
