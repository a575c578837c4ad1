import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { AdminsRepository, DeleteUser, SetUserPassword } from '@tandem/accounts';
import { nobody, noIdempotency } from '@tandem/context';
import { spreeId } from '@tandem/spree';
import type { Command } from './command';

interface Admin {
  readonly storeId: string;
  readonly id: string;
  readonly email: string;
}

/** Locks a member of staff out for good: `tandem delete-admin ada@example.com [--store=store_…]`. */
export const deleteAdmin: Command = async (app, args) => {
  const { storeId, id, email } = await adminIn(app, args);
  const ctx = { storeId, caller: nobody, idempotency: noIdempotency };
  await app.get(DeleteUser, { strict: false }).run(ctx, { id, shownId: email });
  return `${email} is deleted, and every login of theirs has ended`;
};

/** Gives one a new password, which is printed here alone: `tandem reset-admin-password ada@example.com [--store=…]`. */
export const resetAdminPassword: Command = async (app, args) => {
  const { storeId, id, email } = await adminIn(app, args);
  const password = randomBytes(18).toString('base64url');
  await app.get(SetUserPassword, { strict: false }).run(storeId, id, password);
  const text = `${email} has a new password, and every login of theirs has ended: ${password}`;
  return args.includes('--json') ? JSON.stringify({ email, password }) : text;
};

/** The one that an email names, in the one store or the one that is named. */
async function adminIn(app: INestApplicationContext, args: readonly string[]): Promise<Admin> {
  const email = args.find((arg) => !arg.startsWith('--'));
  if (!email) throw new Error('whose email? e.g. ada@example.com');
  const store = args.find((arg) => arg.startsWith('--store='))?.slice('--store='.length);
  const found = await app.get(AdminsRepository, { strict: false }).findAnywhere(email);
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
