import { useEffect, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { Dialog } from '../ui/dialog';
import { useTypedAhead } from './use-typed-ahead';

const field = page.getByRole('textbox');
const behind = vi.fn<(event: KeyboardEvent) => void>();

type Stage = 'closed' | 'fetched' | 'empty' | 'ready';

/** A dialog as one that is fetched: first nothing of it is there, then its frame, and at last its field. */
function Opened({ stage, onGiveUp }: { stage: Stage; onGiveUp: () => void }) {
  const [text, setText] = useState('');
  const takeTyped = useTypedAhead(stage !== 'closed', onGiveUp);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLInputElement)) behind(event);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
  if (stage === 'closed' || stage === 'fetched') return null;
  return (
    <Dialog key={stage} open onOpenChange={onGiveUp} title="Opened">
      {stage === 'ready' && (
        <input
          data-autofocus
          value={text}
          onFocus={() => setText(text + takeTyped())}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Dialog>
  );
}

async function open() {
  behind.mockClear();
  const giveUp = vi.fn<() => void>();
  const screen = await render(<Opened stage="closed" onGiveUp={giveUp} />);
  const to = (stage: Stage) => screen.rerender(<Opened stage={stage} onGiveUp={giveUp} />);
  return { to, giveUp };
}

test('letters typed before the dialog and before its field are in the field, and nothing behind hears them', async () => {
  const { to, giveUp } = await open();
  await to('fetched');
  await userEvent.keyboard('cax{Backspace}');
  await to('empty');
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
  await userEvent.keyboard('ll  Anna');
  await to('ready');
  await expect.element(field).toHaveValue('call  Anna');
  await userEvent.keyboard(' Weber');
  await expect.element(field).toHaveValue('call  Anna Weber');
  expect(behind).not.toHaveBeenCalled();
  expect(giveUp).not.toHaveBeenCalled();
});

test('Escape gives up, and what was typed for it is not in the next one', async () => {
  const { to, giveUp } = await open();
  await to('fetched');
  await userEvent.keyboard('old{Escape}');
  expect(giveUp).toHaveBeenCalledOnce();
  await to('closed');
  await userEvent.keyboard('e');
  expect(behind).toHaveBeenCalledOnce();
  await to('ready');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('new');
  await expect.element(field).toHaveValue('new');
});
