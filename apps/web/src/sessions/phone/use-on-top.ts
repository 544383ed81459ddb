import { useEffect, useState } from 'react';

const nowOnTop = () => (history.state as { onTop?: string } | null)?.onTop;

/**
 * Something that is laid over the phone's screen and taken away by the phone's own back button too: being open is an entry of the history, which a reload keeps.
 * `hide` is done when the entry is gone.
 */
export function useOnTop(name: string): { open: boolean; show: () => void; hide: () => Promise<void> } {
  const [open, setOpen] = useState(() => nowOnTop() === name);
  useEffect(() => {
    const follow = () => setOpen(nowOnTop() === name);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [name]);
  return {
    open,
    show: () => {
      history.pushState({ onTop: name }, '');
      setOpen(true);
    },
    hide: () =>
      new Promise((hidden) => {
        window.addEventListener('popstate', () => hidden(), { once: true });
        history.back();
      }),
  };
}
