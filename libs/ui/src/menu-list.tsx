import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

export interface MenuEntry {
  id: string;
  label: ReactNode;
  /** What typing a letter searches in, where the label is not plain text. */
  text?: string;
  icon?: ReactNode;
  href?: string;
  disabled?: boolean;
  danger?: boolean;
  onAction?: () => void;
}

/** What has the focus when the list opens: an entry, or the list itself. */
export type MenuFocus = 'first' | 'last' | 'list';

export interface MenuListProps {
  id: string;
  label: string;
  entries: readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined;
  trigger: RefObject<HTMLButtonElement | null>;
  /** Null while closed. */
  open: MenuFocus | null;
  onClose: () => void;
}

/** The list that a `Menu` opens. */
export function MenuList({ id, trigger, label, entries, placement = 'bottom end', open, onClose }: MenuListProps) {
  return (
    <Popover className="ui-popover" trigger="MenuTrigger" triggerRef={trigger} aria-label={label} placement={placement} isOpen={open !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AriaMenu id={id} className="ui-list" aria-label={label} items={entries} autoFocus={open === 'first' || open === 'last' ? open : true} onClose={onClose}>
        {(entry) => (
          <MenuItem
            id={entry.id}
            className="ui-list-item"
            data-danger={entry.danger || undefined}
            textValue={entry.text ?? (typeof entry.label === 'string' ? entry.label : entry.id)}
            href={entry.href}
            isDisabled={entry.disabled}
            onAction={entry.onAction}
          >
            {entry.icon}
            <span>{entry.label}</span>
          </MenuItem>
        )}
      </AriaMenu>
    </Popover>
  );
}
