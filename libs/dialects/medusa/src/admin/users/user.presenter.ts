import { presentAs, presentListAs } from '../../medusa.presenter';
import { user } from '../../resources/people/user.resource';

const SHOWN = { defaults: Object.keys(user.fields) };

export const presentUser = presentAs('user', user, SHOWN);

export const presentUsers = presentListAs('users', user, { ...SHOWN, limit: 50 });
