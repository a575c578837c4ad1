import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { signed, type Message } from './signature';

const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const message: Message = { id: 'evt_1', type: 'refund.created', body: '{"amount":"5.0"}' };

it('during a rotation both secrets verify, and no other', () => {
  const headers = signed('standard', message, [NEW, OLD], new Date());
  for (const secret of [NEW, OLD]) {
    expect(new Webhook(secret).verify(message.body, headers)).toEqual({ amount: '5.0' });
  }
  expect(() => new Webhook(OTHER).verify(message.body, headers)).toThrow();
  expect(() => new Webhook(NEW).verify('{"amount":"6.0"}', headers)).toThrow();
});

it('Spree’s scheme signs time and body with the full secret', () => {
  const headers = signed('spree', message, [NEW], new Date(1_700_000_000_999));
  expect(headers).toEqual({
    'x-spree-webhook-event': 'refund.created',
    'x-spree-webhook-timestamp': '1700000000',
    'x-spree-webhook-signature': createHmac('sha256', NEW).update(`1700000000.${message.body}`).digest('hex'),
  });
});

it('Spree’s scheme has one main signature, and those of the other valid secrets in a second header', () => {
  const at = new Date(1_700_000_000_000);
  const signatureWith = (secret: string): string | undefined =>
    signed('spree', message, [secret], at)['x-spree-webhook-signature'];
  expect(signed('spree', message, [OLD, NEW, OTHER], at)).toMatchObject({
    'x-spree-webhook-signature': signatureWith(OLD),
    'x-spree-webhook-signature-previous': `${signatureWith(NEW)},${signatureWith(OTHER)}`,
  });
});

it('the standard scheme has a signature of every valid secret', () => {
  const headers = signed('standard', message, [NEW, OLD, OTHER], new Date());
  for (const secret of [NEW, OLD, OTHER])
    expect(new Webhook(secret).verify(message.body, headers)).toBeDefined();
});
