import { clsx } from 'clsx';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { IconButton } from '../../../ui/button';
import { announce } from '../../../ui/live-region';
import { toast } from '../../../ui/toast';

const shownMs = 1500;

/** Copies `text`; `what` names it: "Copy email", "Email copied". */
export function CopyButton({ what, text, className }: { what: string; text: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = what.replace(/^[A-Z](?=[a-z]+( |$))/, (letter) => letter.toLowerCase());
  const copy = async () => {
    const done = await writeText(text);
    if (done) announce(`${what} copied`);
    else toast(`The ${name} was not copied: the browser does not allow it. Select it and copy it by hand.`);
    setCopied(done);
  };
  return (
    <IconButton
      size="small"
      className={clsx('!w-7 pointer-coarse:!w-11', className)}
      label={`Copy ${name}`}
      icon={copied ? <Check size={16} className="text-done" /> : <Copy size={16} />}
      onClick={() => void copy()}
    />
  );
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
