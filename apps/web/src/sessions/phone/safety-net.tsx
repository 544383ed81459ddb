import { Component, type ReactNode } from 'react';
import { PlainButton } from '@spolu/ui/plain';

interface SafetyNetProps {
  title: string;
  text: string;
  again: string;
  children: ReactNode;
}

/** Under the whole phone: a fault of ours must not leave an empty screen. What was written is on the disk and comes back with the page. */
export class SafetyNet extends Component<SafetyNetProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { title, text, again, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <main className="phone-screen">
        <h1 className="phone-title">{title}</h1>
        <p>{text}</p>
        <PlainButton size="thumb" onClick={() => location.reload()}>
          {again}
        </PlainButton>
      </main>
    );
  }
}
