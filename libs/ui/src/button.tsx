import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'thumb';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook;
  size?: ButtonSize;
  /** An icon before the words. */
  icon?: ReactNode;
  /** Only the icon is drawn; `aria-label` then says what the button does. */
  iconOnly?: boolean;
  className?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** One primary button a screen: the thing to do next. */
export function Button({ look = 'primary', size = 'medium', icon, iconOnly, className, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      type="button"
      {...props}
      className={classNames('ui-button', className)}
      data-look={look}
      data-size={size}
      data-icon-only={iconOnly || undefined}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
