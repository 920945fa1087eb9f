import type { LucideIcon } from 'lucide-react';

type Props = { icon: LucideIcon; children: string };

/** A word of a card that gives way to its picture where it would leave the title no room; it is read aloud all the same. */
export function NarrowWord({ icon: Icon, children }: Props) {
  return (
    <>
      <Icon size={14} aria-hidden className="hidden shrink-0 @max-[250px]/card:block @max-sm/line:block" />
      <span className="min-w-0 truncate @max-[250px]/card:sr-only @max-sm/line:sr-only">{children}</span>
    </>
  );
}
