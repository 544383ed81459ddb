import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
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

export interface MenuProps {
  /** A `Button` of this library. */
  trigger: ReactNode;
  label: string;
  entries: readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

export function Menu({ trigger, label, entries, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement}>
        <AriaMenu className="ui-list" aria-label={label} items={entries}>
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
    </MenuTrigger>
  );
}
