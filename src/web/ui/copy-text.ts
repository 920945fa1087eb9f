import { announce } from './live-region';
import { toast } from './toast';

/** Copies `text` and says so; `what` names it: "Message copied". Answers whether it was copied. */
export async function copyText(what: string, text: string): Promise<boolean> {
  const done = await writeText(text);
  if (done) announce(`${what} copied`);
  else
    toast(
      `The ${inSentence(what)} was not copied: the browser does not allow it. Select it and copy it by hand.`,
    );
  return done;
}

/** "LinkedIn address" keeps its capital, "Email" within a sentence does not. */
export function inSentence(what: string): string {
  return what.replace(/^[A-Z](?=[a-z]+( |$))/, (letter) => letter.toLowerCase());
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
