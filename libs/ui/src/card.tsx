import type { ReactNode } from 'react';
import { classNames } from './class-names.tsx';

export interface CardProps {
  children: ReactNode;
  /** `link`: the card has one link in its heading and follows it wherever it is clicked. */
  look?: 'plain' | 'link';
  as?: 'div' | 'li' | 'article' | 'section';
  className?: string;
}

export function Card({ children, look = 'plain', as: Element = 'div', className }: CardProps) {
  return (
    <Element className={classNames('ui-card', className)} data-look={look}>
      {children}
    </Element>
  );
}
