import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.tsx';
import type { ButtonLook, ButtonSize } from './button.tsx';

export interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link that leads to the next step and looks like a button. It stays a link: middle click and copying the address work. */
export function LinkButton({ look = 'primary', size = 'medium', icon, className, children, ...props }: LinkButtonProps) {
  return (
    <a {...props} className={classNames('ui-button', className)} data-look={look} data-size={size}>
      {icon}
      {children}
    </a>
  );
}
