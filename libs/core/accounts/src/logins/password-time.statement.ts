/**
 * When the password of account $2 in store $1 was changed, where that is now: `now` is the parameter that says so. No two passwords of
 * an account have one time, even within a millisecond: a token knows its password by that. Only while the account is locked.
 */
export function nextPasswordTime(table: 'customers' | 'admin_users', now: string): string {
  return `(SELECT greatest(${now}::timestamptz, password_changed_at + interval '1 millisecond') AS at
             FROM ${table} WHERE store_id = $1 AND id = $2) next`;
}
