/** When an account's password was last changed; null where it never was. Two passwords of an account never share it. */
export interface PasswordTime {
  readonly passwordChangedAt: Date | null;
}

/** Whether the account still has the password that a token or a cookie was issued under. */
export function isSamePassword(account: PasswordTime, issued: PasswordTime): boolean {
  return account.passwordChangedAt?.getTime() === issued.passwordChangedAt?.getTime();
}
