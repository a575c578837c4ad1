import type { Secrets } from '../sending/signature';

/**
 * Chooses the first secret of an attempt. Spree's receiver checks one signature, and for a while after a rotation it may use
 * the old secret. So attempts rotate through the secrets, starting with the last accepted one, or else the newest.
 */
export class SecretRotation {
  /** Last accepted secret by endpoint, only for endpoints with several secrets. */
  private readonly accepted = new Map<string, string>();

  orderForAttempt(endpointId: string, secrets: Secrets, attempts: number): Secrets {
    if (secrets.length === 1) return secrets;
    const accepted = this.accepted.get(endpointId);
    const begin = accepted === undefined ? 0 : Math.max(0, secrets.indexOf(accepted));
    const first = (begin + attempts) % secrets.length;
    const [main = secrets[0], ...others] = [...secrets.slice(first), ...secrets.slice(0, first)];
    return [main, ...others];
  }

  /** The endpoint answered 2xx to a delivery signed with these secrets. */
  recordDelivery(endpointId: string, [main, ...others]: Secrets): void {
    if (others.length > 0) this.accepted.set(endpointId, main);
    else this.accepted.delete(endpointId);
  }
}
