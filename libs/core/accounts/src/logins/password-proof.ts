import { Inject, Injectable } from '@nestjs/common';
import { hashPassword, IS_PUBLIC, verifyPassword } from '@tandem/auth';
import { LoginFailed } from '../accounts.errors';
import { isDemoLogin } from './demo-login';

/** Proves a password, in the same time whether there is anything to prove it against or not. */
@Injectable()
export class PasswordProof {
  // An unknown email costs the same time as a wrong password, so that the time tells nothing of who has an account.
  private readonly nobodysHash = hashPassword('the password of nobody');

  constructor(@Inject(IS_PUBLIC) private readonly isPublic: boolean) {}

  /**
   * What was known, with the hash that the password is right for. On a server that others can reach the demo people's
   * well-known password is a wrong one. @throws LoginFailed
   */
  async of<T extends { readonly hash: string | null }>(
    known: T | null,
    asked: { readonly email: string; readonly password: string },
  ): Promise<T & { readonly hash: string }> {
    const hash = known?.hash ?? null;
    const isRight = await verifyPassword(asked.password, hash ?? (await this.nobodysHash));
    if (this.isRefused(asked)) throw new LoginFailed();
    if (known === null || hash === null || !isRight) throw new LoginFailed();
    return { ...known, hash };
  }

  private isRefused(asked: { readonly email: string; readonly password: string }): boolean {
    return this.isPublic && isDemoLogin(asked);
  }
}
