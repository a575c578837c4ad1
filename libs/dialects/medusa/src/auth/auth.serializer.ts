import type { LoginSession } from '@tandem/auth';
import { medusaId } from '../ids/medusa-ids';
import type { MedusaSession, MedusaSuccess, MedusaToken } from './auth.dto';

export function serializeToken(token: string): MedusaToken {
  return { token };
}

export function serializeSession({ id, audience }: LoginSession): MedusaSession {
  const actor = audience === 'store' ? 'customer' : 'user';
  const actorId = medusaId(actor, id);
  return {
    user: {
      actor_id: actorId,
      actor_type: actor,
      auth_identity_id: medusaId('identity', id),
      app_metadata: { [`${actor}_id`]: actorId },
      user_metadata: {},
    },
  };
}

export function serializeSuccess(): MedusaSuccess {
  return { success: true };
}
