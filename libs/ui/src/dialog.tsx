import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { X } from 'lucide-react';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The buttons at the end, the main one first. */
  actions?: ReactNode;
  /** `alertdialog` asks before something that cannot be undone. */
  role?: 'dialog' | 'alertdialog';
  size?: 'small' | 'medium' | 'large';
  /** Clicking beside the dialog does not close it: something typed would be lost. */
  keep?: boolean;
}

/** Focus goes in, stays in, and returns to where it came from. */
export function Dialog({ open, onClose, title, children, actions, role = 'dialog', size = 'medium', keep }: DialogProps) {
  const words = useWords();
  return (
    <ModalOverlay className="ui-scrim" isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable={!keep && role === 'dialog'}>
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog role={role} className="ui-dialog">
          <div className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <Button look="quiet" iconOnly aria-label={words.close} icon={<X aria-hidden size={22} />} onPress={onClose} />
            )}
          </div>
          <div className="ui-dialog-body stack">{children}</div>
          {actions && <div className="ui-dialog-actions row">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb of what is confirmed, never "OK". */
  confirm: string;
  danger?: boolean;
  /** May take its time; the button waits, and the dialog closes when it is done. */
  onConfirm: () => void | Promise<unknown>;
}

export function ConfirmDialog({ open, onClose, title, children, confirm, danger, onConfirm }: ConfirmDialogProps) {
  const words = useWords();
  const [pending, setPending] = useState(false);
  async function handleConfirm() {
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setPending(false);
    }
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      role="alertdialog"
      size="small"
      actions={
        <>
          <Button look={danger ? 'danger' : 'primary'} onPress={() => void handleConfirm()} isPending={pending}>
            {confirm}
          </Button>
          <Button look="secondary" onPress={onClose} autoFocus>
            {words.cancel}
          </Button>
        </>
      }
    >
      {typeof children === 'string' ? <p>{children}</p> : children}
    </Dialog>
  );
}
