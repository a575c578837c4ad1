import { now, type Method } from './objects';

const DAY = 24 * 60 * 60;

/** What the shopper is shown for a payment made elsewhere: https://docs.stripe.com/api/payment_intents/object#next_action */
export function nextActionOf({ type }: Method): { readonly type: string } & Record<string, unknown> {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`${type} is paid at once`);
  const { action, details } = kind;
  return { type: action, [action]: details(now()) };
}

interface Kind {
  readonly action: string;
  readonly details: (at: number) => object;
}

const KINDS: Readonly<Record<string, Kind>> = {
  oxxo: {
    action: 'oxxo_display_details',
    details: (at) => ({ number: '12345678901234657890123456789012', expires_after: at + 5 * DAY }),
  },
  boleto: { action: 'boleto_display_details', details: (at) => ({ number: '1', expires_at: at + 3 * DAY }) },
  konbini: { action: 'konbini_display_details', details: (at) => ({ stores: {}, expires_at: at + 3 * DAY }) },
  multibanco: {
    action: 'multibanco_display_details',
    details: (at) => ({ entity: '11249', reference: '1', expires_at: at + 7 * DAY }),
  },
  customer_balance: {
    action: 'display_bank_transfer_instructions',
    details: () => ({ amount_remaining: 11_000, currency: 'usd', reference: 'ABCDEF' }),
  },
  us_bank_account: {
    action: 'verify_with_microdeposits',
    details: (at) => ({ arrival_date: at + 2 * DAY, microdeposit_type: 'descriptor_code' }),
  },
  pix: { action: 'pix_display_qr_code', details: (at) => ({ data: 'x', expires_at: at + 4 * 60 * 60 }) },
  cashapp: {
    action: 'cashapp_handle_redirect_or_display_qr_code',
    details: (at) => ({ qr_code: { expires_at: at + 10 * 60 } }),
  },
};
