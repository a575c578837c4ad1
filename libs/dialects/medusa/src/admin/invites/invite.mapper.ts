import type { AcceptInviteInput, Invite } from '@tandem/staff';
import { metadataIn, textIn } from '../../medusa-text';
import type { AcceptInviteDto, AcceptInviteQueryDto, InviteUserDto } from './invite.dto';

/** @throws InvalidRequest */
export function toInvite({ email, metadata }: InviteUserDto): Pick<Invite, 'email' | 'metadata'> {
  return { email, metadata: metadataIn(metadata) ?? {} };
}

/** @throws InvalidRequest */
export function toAcceptance({ token }: AcceptInviteQueryDto, body: AcceptInviteDto): AcceptInviteInput {
  return {
    token,
    email: body.email ?? null,
    firstName: textIn('first_name', body.first_name ?? null),
    lastName: textIn('last_name', body.last_name ?? null),
  };
}
