import type { Member, NewConnection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { VendorError } from '../vendors/port';
import { sendTo } from './open-vendor';

type Checked = Pick<NewConnection, 'vendor' | 'key' | 'sandbox' | 'unchecked'> & {
  /** The team as it was known under the key that this one replaces. */
  team?: readonly Member[];
};

/**
 * Tries a key before it is kept. Refuses one that the vendor does not know. A vendor that is away proves nothing: then a
 * new key is refused at `unchecked` unless the rep wants it kept all the same. One that replaces another is only taken
 * when the team is seen to be the same, since under another team's key all tasks would look closed and commands would go
 * to strangers.
 */
export async function checkKey(ctx: Context, sandboxOrigin: string, checked: Checked): Promise<void> {
  const { vendor, key, sandbox, unchecked = false, team = [] } = checked;
  const { label } = vendorRules[vendor];
  const take = async () => undefined;
  const { adapter, send } = sendTo(ctx, { vendor, key, sandbox, plan: null, sandboxOrigin, take });
  try {
    const members = await adapter.listMembers(send);
    const isOther = members.length > 0 && !members.some(({ id }) => team.some((known) => known.id === id));
    if (team.length > 0 && isOther)
      throw at('key', `This key belongs to another ${label} team. Connect it as a new connection.`);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.kind === 'auth')
      throw at('key', `${label} does not know this key. Copy it again from your ${label} settings.`);
    if (error.kind === 'refused') return;
    if (team.length === 0 && unchecked) return;
    if (team.length === 0)
      throw at('unchecked', `The key could not be checked: ${label} ${whyUnchecked[error.kind]}.`);
    throw at(
      'key',
      `${label} does not answer just now, so this key could not be tried. Save it again later.`,
    );
  }
}

const whyUnchecked = {
  down: 'does not answer',
  limited: 'asks to go slower',
  unreadable: 'answers something that Outboard cannot read',
} as const;

function at(path: 'key' | 'unchecked', message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
