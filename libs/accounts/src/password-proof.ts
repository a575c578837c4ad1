import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from '@tandem/auth';
import { LoginFailed } from './accounts.errors';

/** Proves a password, in the same time whether there is anything to prove it against or not. */
@Injectable()
export class PasswordProof {
  // An unknown email costs the same time as a wrong password, so that the time tells nothing of who has an account.
  private readonly nobodysHash = hashPassword('the password of nobody');

  /** What was known, with the hash that the password is right for. @throws LoginFailed */
  async of<T extends { readonly hash: string | null }>(
    known: T | null,
    password: string,
  ): Promise<T & { readonly hash: string }> {
    const hash = known?.hash ?? null;
    const isRight = await verifyPassword(password, hash ?? (await this.nobodysHash));
    if (known === null || hash === null || !isRight) throw new LoginFailed();
    return { ...known, hash };
  }
}
