import { CircleAlert, History, Lock } from 'lucide-react';

import { Button } from '../../ui/button';

/** What is wrong and belongs to no field on the screen. */
export function ErrorSummary({ lead, messages }: { lead: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <div role="alert" className="flex gap-2 rounded-card bg-overdue-soft px-3 py-2 text-overdue">
      <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0 break-words" dir="auto">
        {messages.length === 1 ? (
          <p>
            {lead} {messages[0]}
          </p>
        ) : (
          <>
            <p>{lead}</p>
            <ul className="list-disc pl-4">
              {messages.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p role="status" className="flex items-center gap-2 text-meta text-muted">
      <History size={14} aria-hidden />
      Draft restored
      <span aria-hidden>·</span>
      <Button look="ghost" size="small" className="!px-1 underline" onClick={onDiscard}>
        Discard
      </Button>
    </p>
  );
}

/** What cannot be changed here, and so is not offered. */
export function EditLimits({ words }: { words: string }) {
  return (
    <p className="flex gap-1.5 text-meta text-muted">
      <Lock size={14} aria-hidden className="mt-[3px] shrink-0" />
      {words}
    </p>
  );
}
