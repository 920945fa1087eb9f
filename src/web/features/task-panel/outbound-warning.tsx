import { Send } from 'lucide-react';

/** That completing may send something, in the words of `actionRules`. */
export function OutboundWarning({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p className="flex gap-2 text-meta text-outbound">
      <Send size={14} aria-hidden className="mt-[3px] shrink-0" />
      {words}
    </p>
  );
}
