import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { user } from '../../resources/people/user.resource';

const VISIBLE = { defaults: Object.keys(user.fields) };

export const serializeUser = serializeAs('user', user, VISIBLE);

export const serializeUsers = serializeListAs('users', user, { ...VISIBLE, limit: 50 });
