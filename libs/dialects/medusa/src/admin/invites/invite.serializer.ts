import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { invite } from '../../resources/people/invite.resource';

const VISIBLE = { defaults: Object.keys(invite.fields) };

export const serializeInvite = serializeAs('invite', invite, VISIBLE);

export const serializeInvites = serializeListAs('invites', invite, { ...VISIBLE, limit: 50 });
