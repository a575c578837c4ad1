import { declined, succeeded } from '@tandem/provider-kit';
import type { Declined, Outcome, Refunded } from '@tandem/provider-kit';
import { behaviourOf, BEHAVIOURS, type Behaviour } from './bogus-cards';

type Later = 'capture' | 'refund';

const REFUND_FAILED = declined('refund_failed', 'The bank returned the refund');

/** The gateway's final responses for cards that refuse the verb, by the card's name. */
export const REFUSALS: Readonly<Record<Later, Readonly<Record<string, Declined>>>> = {
  capture: refusalsOf('capture'),
  refund: refusalsOf('refund'),
};

function refusalsOf(verb: Later): Record<string, Declined> {
  const cards = Object.entries(BEHAVIOURS).flatMap(([name, { behaviour }]) => {
    const refusal = refusalOf(verb, behaviour);
    return refusal === null ? [] : [[name, refusal] as const];
  });
  return Object.fromEntries(cards);
}

function refusalOf(verb: Later, behaviour: Behaviour): Declined | null {
  if (behaviour.does === 'refuse later' && behaviour.verb === verb)
    return declined(behaviour.code, behaviour.message);
  const fails = verb === 'refund' && behaviour.does === 'refund later' && behaviour.result === 'failed';
  return fails ? REFUND_FAILED : null;
}

/** The response to the first request for a refund: some cards' refunds are pending until a look-up or a retry finds their result. */
export function firstResponse(key: string, card: string, outcome: Outcome<Refunded>): Outcome<Refunded> {
  if (behaviourOf(card).does !== 'refund later') return outcome;
  if (outcome.status === 'succeeded') return succeeded({ ...outcome.value, state: 'pending' });
  if (outcome.status !== 'declined' || outcome.code !== REFUND_FAILED.code) return outcome;
  return succeeded({ reference: `bogus_refund_${key.slice(0, 24)}`, state: 'pending' });
}
