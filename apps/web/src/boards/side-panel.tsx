import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import './side-panel.css';

export interface SidePanelProps {
  id: string;
  title: string;
  /** Of the button that closes it. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something to choose from beside the board, which stays in sight and in use. */
export function SidePanel({ id, title, closeLabel, onClose, children }: SidePanelProps) {
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section className="board-panel" id={id} aria-label={title} onKeyDown={handleKey}>
      <header className="board-panel-head">
        <h2>{title}</h2>
        <button type="button" className="board-panel-close" aria-label={closeLabel} onClick={onClose}>
          <X aria-hidden size={20} />
        </button>
      </header>
      {children}
    </section>
  );
}
