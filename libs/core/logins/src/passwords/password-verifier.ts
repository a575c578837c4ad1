import { Inject, Injectable } from '@nestjs/common';
import { hashPassword, IS_PUBLIC, verifyPassword } from '@tandem/auth';
import { LoginFailed } from '../logins.errors';
import { isDemoLogin } from './demo-login';

/** Checks a password against a stored hash, in the same time whether there is one or not. */
@Injectable()
export class PasswordVerifier {
  // An unknown email must take as long as a wrong password, or the time would reveal which emails have an account.
  private readonly placeholderHash = hashPassword('the password of no account');

  constructor(@Inject(IS_PUBLIC) private readonly isPublic: boolean) {}

  /**
   * Returns `account` with the hash that the password matches. On a public server the demo password, which is in the
   * documentation, counts as wrong. @throws LoginFailed
   */
  async verifyPassword<T extends { readonly hash: string | null }>(
    account: T | null,
    login: { readonly email: string; readonly password: string },
  ): Promise<T & { readonly hash: string }> {
    const hash = account?.hash ?? null;
    const matches = await verifyPassword(login.password, hash ?? (await this.placeholderHash));
    if (this.isRefused(login) || account === null || hash === null || !matches) throw new LoginFailed();
    return { ...account, hash };
  }

  private isRefused(login: { readonly email: string; readonly password: string }): boolean {
    return this.isPublic && isDemoLogin(login);
  }
}
