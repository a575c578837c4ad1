import { Module } from '@nestjs/common';
import { ActiveLogins } from './ending/active-logins';
import { ActiveLoginsRepository } from './ending/active-logins.repository';
import { CurrentLogin } from './ending/current-login';
import { EndAllLogins } from './ending/end-all-logins';
import { EndLogin } from './ending/end-login';
import { EndedLoginsRepository } from './ending/ended-logins.repository';
import { LogOut } from './ending/log-out';
import { LoginsReader } from './logins.reader';
import { AccountPasswords } from './passwords/account-passwords';
import { CredentialsRepository } from './passwords/credentials.repository';
import { PasswordVerifier } from './passwords/password-verifier';
import { RegisterLogin } from './registrations/register-login';
import { Registrations } from './registrations/registrations';
import { RegistrationsRepository } from './registrations/registrations.repository';
import { LoginSessions } from './sessions/login-sessions';
import { LoginSessionsRepository } from './sessions/login-sessions.repository';
import { CreateLoginSession } from './tokens/create-login-session';
import { LogInWithPassword } from './tokens/log-in-with-password';
import { LoginTokens } from './tokens/login-tokens';
import { RefreshJwt } from './tokens/refresh-jwt';
import { RefreshTokensRepository } from './tokens/refresh-tokens.repository';

const PUBLIC_API = [
  ActiveLogins,
  CurrentLogin,
  EndAllLogins,
  LogOut,
  LoginSessions,
  LoginsReader,
  AccountPasswords,
  RegisterLogin,
  Registrations,
  CreateLoginSession,
  LogInWithPassword,
  LoginTokens,
  RefreshJwt,
];

@Module({
  providers: [
    ActiveLoginsRepository,
    EndedLoginsRepository,
    CredentialsRepository,
    RegistrationsRepository,
    RefreshTokensRepository,
    LoginSessionsRepository,
    EndLogin,
    PasswordVerifier,
    ...PUBLIC_API,
  ],
  exports: PUBLIC_API,
})
export class LoginsModule {}
