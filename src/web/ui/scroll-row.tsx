import { clsx } from 'clsx';
import { useCallback, useState, type ComponentProps } from 'react';

/** A row that scrolls sideways where it has no room, and fades out on the side where there is more of it. */
export function ScrollRow({ className, ...rest }: Omit<ComponentProps<'div'>, 'ref'>) {
  const [more, setMore] = useState({ before: false, after: false });
  const row = useCallback((element: HTMLDivElement) => {
    const measure = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      const gone = Math.abs(scrollLeft);
      setMore({ before: gone > 1, after: gone + clientWidth < scrollWidth - 1 });
    };
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      for (const each of [element, ...element.children]) sizes.observe(each);
      measure();
    };
    const parts = new MutationObserver(watch);
    watch();
    parts.observe(element, { childList: true });
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      parts.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  return (
    <div
      ref={row}
      className={clsx(
        className,
        'overflow-x-auto',
        more.before && 'mask-l-from-[calc(100%-28px)]',
        more.after && 'mask-r-from-[calc(100%-28px)]',
      )}
      {...rest}
    />
  );
}
