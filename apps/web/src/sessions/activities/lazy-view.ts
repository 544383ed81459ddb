import { createElement, lazy, type ComponentType, type ReactNode } from 'react';
import { keepAsking } from '../keep-asking.ts';

/** A view that is no part of the first load. */
export interface LazyView<Props> {
  View: (props: Props) => ReactNode;
  /** Fetches it before it is needed. */
  preload: () => void;
}

/** @param load resolves to the module's view: `lazyView(async () => (await import('./x.tsx')).X)` */
export function lazyView<Props extends object>(load: () => Promise<(props: Props) => ReactNode>): LazyView<Props> {
  const View = lazy(async () => ({ default: (await keepAsking(load)) as ComponentType<object> }));
  return { View: (props) => createElement(View, props), preload: () => void load().catch(() => undefined) };
}
