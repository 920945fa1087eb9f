import { expect, type Page } from 'playwright/test';

/** What has the focus, as the browser's accessibility tree tells it to a screen reader. */
export type Heard = {
  role: string;
  name: string;
  description: string;
  /** The value of a field, whether a box is checked, whether what was typed is refused. */
  value: string;
  checked: string;
  invalid: string;
  /** What is read out on the way to it: the landmarks and lists around it by name, the nearest first. */
  within: string[];
  /** "3 of 12" in its list. */
  position: string;
};

/** Asks the browser's accessibility tree for what has the focus. */
export async function heard(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const objectId = result.objectId ?? '';
  const [node, ...around] = (await session.send('Accessibility.getAXNodeAndAncestors', { objectId })).nodes;
  const position = await page.evaluate(() => {
    const item = document.activeElement?.closest('[aria-posinset]');
    return item ? `${item.getAttribute('aria-posinset')} of ${item.getAttribute('aria-setsize')}` : '';
  });
  await session.detach();
  const property = (name: string) => text(node?.properties?.find((one) => one.name === name));
  return {
    role: text(node?.role && { value: node.role }),
    name: text(node?.name && { value: node.name }),
    description: text(node?.description && { value: node.description }),
    value: text(node?.value && { value: node.value }),
    checked: property('checked'),
    invalid: property('invalid'),
    within: around
      .flatMap(({ ignored, name }) => (ignored || !name ? [] : [text({ value: name })]))
      .filter(Boolean),
    position,
  };
}

function text(holder: { value: { value?: unknown } } | undefined): string {
  const value = holder?.value.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

type Ears = { heardWords: string[] };

/** Has the page remember all that its one live region says; before it is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all: string[] = [];
    Object.assign(window, { heardWords: all });
    let last = '';
    new MutationObserver(() => {
      const now = document.querySelector('output[aria-live=polite]')?.textContent ?? '';
      if (now !== last && now !== '') all.push(now.trim());
      last = now;
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** All that was said since the page was loaded, oldest first. */
export function spokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as Ears).heardWords);
}

const heardUpTo = new WeakMap<Page, number>();

/** Waits until these words are said, after those that were waited for before. */
export async function says(page: Page, words: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof words === 'string' ? text === words : words.test(text));
  await expect
    .poll(async () => {
      const all = await spokenWords(page);
      const from = Math.min(heardUpTo.get(page) ?? 0, all.length);
      const at = all.findIndex((text, index) => index >= from && fits(text));
      if (at === -1) return `said: ${all.slice(from).join(' | ')}`;
      heardUpTo.set(page, at + 1);
      return 'said';
    })
    .toBe('said');
}

/** Waits until the focus is on something of this role whose name fits, and answers all that is heard of it. */
export async function hears(page: Page, role: string, name: string | RegExp): Promise<Heard> {
  const fits = (words: string) => (typeof name === 'string' ? words === name : name.test(words));
  let last = await heard(page);
  await expect
    .poll(async () => {
      last = await heard(page);
      return last.role === role && fits(last.name) ? 'heard' : `${last.role} “${last.name}”`;
    })
    .toBe('heard');
  return last;
}
