import { LoginFailed, type Actor, type PasswordLogin } from '@tandem/logins';
import { InvalidRequest } from '@tandem/http';
import { isEmail } from 'class-validator';
import { PathNotFound } from '../errors/path-not-found';
import type { CredentialsDto } from './auth.dto';

const ACTORS: Readonly<Record<string, Actor>> = { customer: 'customer', user: 'user' };

/** Null for an unknown actor. */
export function actorIn(text: unknown): Actor | null {
  return typeof text === 'string' && Object.hasOwn(ACTORS, text) ? (ACTORS[text] ?? null) : null;
}

/** Checks in Medusa's order, with its messages. @throws LoginFailed, PathNotFound */
export function toLogin(actorType: string, { email, password }: CredentialsDto): PasswordLogin {
  const actor = actorIn(actorType);
  if (actor === null) throw new PathNotFound();
  if (typeof password !== 'string' || !password) throw new LoginFailed('Password should be a string');
  if (typeof email !== 'string' || !email.trim()) throw new LoginFailed('Email should be a string');
  return { actor, email: email.trim(), password };
}

/** The account will work in both dialects, so both have the same requirements. @throws InvalidRequest, LoginFailed */
export function toRegistration(actorType: string, body: CredentialsDto): PasswordLogin {
  const input = toLogin(actorType, body);
  const { email, password } = input;
  if (!isEmail(email) || email.length > 255) throw invalid('email', email);
  if (password.length < 6 || password.length > 128) throw invalid('password', '…');
  return input;
}

function invalid(path: string, value: string): InvalidRequest {
  return new InvalidRequest([{ path, constraints: { isInvalid: '' }, value }]);
}
