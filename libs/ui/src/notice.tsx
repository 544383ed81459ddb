import type { ReactNode } from 'react';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** An icon; the words must say the same. */
  icon?: ReactNode;
  /** `status` is said when one pauses, `alert` at once; nothing for what was there from the start. */
  role?: 'status' | 'alert';
}

/** Something to know, in the flow of the page. Also used by the phone. */
export function Notice({ tone = 'info', title, children, icon, role }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={role}>
      {icon}
      {title && <p className="ui-notice-title">{title}</p>}
      {children && <div className="ui-notice-body">{children}</div>}
    </div>
  );
}

/** A quiet line across the whole page. */
export function Banner({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className="ui-banner" data-tone={tone}>
      <div className="wrap">{children}</div>
    </div>
  );
}
