import { useLayoutEffect, type RefObject } from 'react';

/** Of the page, by how much the toasts stand above their place. */
const name = '--thumb-bar';
const gap = 4;

/** Keeps the toasts above an element at the foot of the page, however high it grows. */
export function useStandOff(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const measure = () => {
      const height = element.current?.offsetHeight ?? 0;
      if (height > 0) style.setProperty(name, `${height + gap}px`);
      else style.removeProperty(name);
    };
    const watch = new ResizeObserver(measure);
    if (element.current) watch.observe(element.current);
    return () => {
      watch.disconnect();
      style.removeProperty(name);
    };
  }, [element]);
}
