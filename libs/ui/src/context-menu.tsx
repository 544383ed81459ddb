import type { ReactNode, RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, SubmenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { ChevronRight } from 'lucide-react';

export interface ContextMenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  /** The keys that do the same, as they are written on them. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  /** A list of its own, opened beside the entry. */
  entries?: readonly ContextMenuEntry[];
  onAction?: () => void;
}
export interface ContextMenuSection {
  /** Said when one comes into it; written above where `heading`. */
  label: string;
  heading?: boolean;
  entries: readonly ContextMenuEntry[];
}
export interface ContextMenuProps {
  label: string;
  sections: readonly ContextMenuSection[];
  /** Beside what it opens: a button, or an element put where the pointer is. */
  anchor: RefObject<Element | null>;
  onClose: () => void;
}

/** What can be done here. Arrows, letters and Escape work as in any menu; focus returns to where it came from. */
export function ContextMenu({ label, sections, anchor, onClose }: ContextMenuProps) {
  return (
    <Popover className="ui-popover" trigger="MenuTrigger" triggerRef={anchor} aria-label={label} placement="bottom start" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Menu className="ui-list" aria-label={label} autoFocus="first" onClose={onClose}>
        {sections.map((section) => (
          <MenuSection key={section.label} aria-label={section.label} className="ui-list-section">
            {section.heading && <Header className="ui-list-head">{section.label}</Header>}
            {section.entries.map((entry) => renderEntry(entry, onClose))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

function renderEntry(entry: ContextMenuEntry, onClose: () => void): ReactNode {
  const item = (
    <MenuItem
      key={entry.id}
      id={entry.id}
      className="ui-list-item"
      data-danger={entry.danger || undefined}
      textValue={entry.label}
      isDisabled={entry.disabled}
      onAction={() => {
        if (entry.entries) return;
        // An inner list closes itself only.
        onClose();
        entry.onAction?.();
      }}
    >
      {entry.icon}
      <span className="ui-list-label">{entry.label}</span>
      {entry.keys && <kbd className="ui-list-keys">{entry.keys}</kbd>}
      {entry.entries && <ChevronRight aria-hidden size={18} />}
    </MenuItem>
  );
  if (!entry.entries) return item;
  return (
    <SubmenuTrigger key={entry.id}>
      {item}
      <Popover className="ui-popover" aria-label={entry.label}>
        <Menu className="ui-list" aria-label={entry.label}>
          {entry.entries.map((inner) => renderEntry(inner, onClose))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
