import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { UsersReader, DeleteUser, SetUserPassword } from '@tandem/staff';
import { nobody, noIdempotency } from '@tandem/context';
import { spreeId } from '@tandem/spree';
import { command } from './command';

interface Admin {
  readonly storeId: string;
  readonly id: string;
  readonly email: string;
}

const STORE_OPTION = { store: { type: 'string' } } as const;

/** Locks a member of staff out for good: `tandem delete-admin ada@example.com [--store=store_…]`. */
export const deleteAdmin = command({
  options: STORE_OPTION,
  takesArgument: true,
  async run(app, { store }, argument) {
    const { storeId, id, email } = await adminIn(app, argument, store);
    const ctx = { storeId, caller: nobody, idempotency: noIdempotency };
    await app.get(DeleteUser, { strict: false }).run(ctx, { id, shownId: email });
    return `${email} is deleted, and every login of theirs has ended`;
  },
});

/** Gives one a new password, which is printed here alone: `tandem reset-admin-password ada@example.com [--store=…]`. */
export const resetAdminPassword = command({
  options: STORE_OPTION,
  takesArgument: true,
  async run(app, { store, json }, argument) {
    const { storeId, id, email } = await adminIn(app, argument, store);
    const password = randomBytes(18).toString('base64url');
    await app.get(SetUserPassword, { strict: false }).run(storeId, id, password);
    const text = `${email} has a new password, and every login of theirs has ended: ${password}`;
    return json ? JSON.stringify({ email, password }) : text;
  },
});

/** The one that an email names, in the one store or the one that is named. */
async function adminIn(
  app: INestApplicationContext,
  email: string | undefined,
  store: string | undefined,
): Promise<Admin> {
  if (!email) throw new Error('whose email? e.g. ada@example.com');
  const found = await app.get(UsersReader, { strict: false }).findInAllStores(email);
  const [admin, another] = found.filter(
    ({ storeId }) => (store ?? spreeId('store', storeId)) === spreeId('store', storeId),
  );
  if (!admin) throw new Error(`nobody of a store's staff has the email ${email}`);
  if (another) {
    const stores = found.map(({ storeId }) => spreeId('store', storeId)).join(', ');
    throw new Error(`${email} is of several stores: add --store= with one of ${stores}`);
  }
  return { ...admin, email };
}
