import type { Secrets } from '../sending/signature';

/**
 * Which secret comes first at an attempt. Spree's receiver reads one signature, and has for a while the secret of before a rotation: so
 * each attempt signs with the next, beginning with the one that the endpoint took last, and the newest where none is known.
 */
export class SecretsInTurn {
  /** By endpoint, of those that have several secrets. */
  private readonly taken = new Map<string, string>();

  forAttempt(endpointId: string, secrets: Secrets, attempts: number): Secrets {
    if (secrets.length === 1) return secrets;
    const taken = this.taken.get(endpointId);
    const begin = taken === undefined ? 0 : Math.max(0, secrets.indexOf(taken));
    const first = (begin + attempts) % secrets.length;
    const [main = secrets[0], ...others] = [...secrets.slice(first), ...secrets.slice(0, first)];
    return [main, ...others];
  }

  /** The endpoint has answered 2xx to a delivery that these signed. */
  delivered(endpointId: string, [main, ...others]: Secrets): void {
    if (others.length > 0) this.taken.set(endpointId, main);
    else this.taken.delete(endpointId);
  }
}
