import { clsx } from 'clsx';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { IconButton } from '../../../ui/button';
import { copyText, inSentence } from '../../../ui/copy-text';

const shownMs = 1500;

/** Copies `text`; `what` names it: "Copy email", "Email copied". */
export function CopyButton({ what, text, className }: { what: string; text: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      size="small"
      className={clsx('!w-7 pointer-coarse:!w-11', className)}
      label={`Copy ${inSentence(what)}`}
      icon={copied ? <Check size={16} className="text-done" /> : <Copy size={16} />}
      onClick={() => void copyText(what, text).then(setCopied)}
    />
  );
}
