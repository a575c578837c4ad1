import { presentAs, presentListAs } from '../../medusa.presenter';
import { invite } from '../../resources/people/invite.resource';

const SHOWN = { defaults: Object.keys(invite.fields) };

export const presentInvite = presentAs('invite', invite, SHOWN);

export const presentInvites = presentListAs('invites', invite, { ...SHOWN, limit: 50 });
