import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { UsersReader, DeleteUser, SetUserPassword } from '@tandem/staff';
import { anonymous, noIdempotency } from '@tandem/context';
import { spreeId } from '@tandem/spree';
import { command } from './command';

interface Admin {
  readonly storeId: string;
  readonly id: string;
  readonly email: string;
}

const STORE_OPTION = { store: { type: 'string' } } as const;

/** Deletes a staff member: `tandem delete-admin ada@example.com [--store=store_…]`. */
export const deleteAdmin = command({
  options: STORE_OPTION,
  takesArgument: true,
  async run(app, { store }, argument) {
    const { storeId, id, email } = await adminIn(app, argument, store);
    const ctx = { storeId, caller: anonymous, idempotency: noIdempotency };
    await app.get(DeleteUser, { strict: false }).run(ctx, { id, publicId: email });
    return `${email} is deleted and logged out everywhere`;
  },
});

/** Sets a random password and prints it: `tandem reset-admin-password ada@example.com [--store=…]`. */
export const resetAdminPassword = command({
  options: STORE_OPTION,
  takesArgument: true,
  async run(app, { store, json }, argument) {
    const { storeId, id, email } = await adminIn(app, argument, store);
    const password = randomBytes(18).toString('base64url');
    await app.get(SetUserPassword, { strict: false }).run(storeId, id, password);
    const text = `${email} is logged out everywhere and has a new password: ${password}`;
    return json ? JSON.stringify({ email, password }) : text;
  },
});

/** Finds the admin by email, in the given store or in the only store that has them. */
async function adminIn(
  app: INestApplicationContext,
  email: string | undefined,
  store: string | undefined,
): Promise<Admin> {
  if (!email) throw new Error('missing argument: the email of a staff member, e.g. ada@example.com');
  const found = await app.get(UsersReader, { strict: false }).findInAllStores(email);
  const [admin, another] = found.filter(
    ({ storeId }) => (store ?? spreeId('store', storeId)) === spreeId('store', storeId),
  );
  if (!admin) throw new Error(`no staff member has the email ${email}`);
  if (another) {
    const stores = found.map(({ storeId }) => spreeId('store', storeId)).join(', ');
    throw new Error(`${email} exists in several stores: add --store= with one of ${stores}`);
  }
  return { ...admin, email };
}
