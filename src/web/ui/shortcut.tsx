/** A key as it stands on the keyboard. */
export function Shortcut({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-6 rounded-control border border-edge bg-surface px-1.5 text-center font-sans text-meta whitespace-nowrap text-muted">
      {children}
    </kbd>
  );
}
