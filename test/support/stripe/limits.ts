import { invalid } from './objects';
import type { Params } from './params';

/** Maximum lengths, by parameter: https://docs.stripe.com/api/customers/create and .../payment_intents/create */
const MAX_LENGTH: Readonly<Record<string, number>> = {
  name: 256,
  email: 512,
  phone: 20,
  description: 1000,
  statement_descriptor_suffix: 22,
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Parameters of an update; how an intent is confirmed is only set when it is created. */
const CHANGE = [
  ...['amount', 'currency', 'capture_method', 'customer', 'payment_method', 'metadata', 'expand'],
  ...['setup_future_usage', 'description', 'receipt_email', 'shipping', 'statement_descriptor_suffix'],
  ...['allowed_payment_method_types', 'payment_method_options'],
];

const INTENT = [
  ...['amount', 'currency', 'capture_method', 'customer', 'payment_method', 'metadata', 'confirm', 'expand'],
  ...['setup_future_usage', 'description', 'receipt_email', 'shipping', 'statement_descriptor_suffix'],
  ...['automatic_payment_methods', 'allowed_payment_method_types', 'payment_method_options', 'off_session'],
];

/** Parameters of each call; since version 2026-10-28 without payment_method_types. */
const KNOWN = {
  customer: ['name', 'email', 'phone', 'metadata', 'description', 'address', 'expand'],
  intent: INTENT,
  change: CHANGE,
  confirmation: [
    'payment_method',
    'off_session',
    'return_url',
    'setup_future_usage',
    'use_stripe_sdk',
    'expand',
  ],
} as const;

/** Refuses unknown parameters and too long texts, naming the parameter, before anything is done. */
export function checkLimits(kind: keyof typeof KNOWN, params: Params): void {
  const known: readonly string[] = KNOWN[kind];
  for (const [param, value] of Object.entries(params)) {
    if (!known.includes(param)) {
      throw invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
    }
    checkText(param, value);
  }
  checkMetadata(params['metadata']);
}

function checkText(param: string, value: unknown): void {
  if (typeof value !== 'string') return;
  const max = MAX_LENGTH[param] ?? Infinity;
  if (value.length > max) {
    throw invalid(`Invalid string: ${value.slice(0, 10)}...; must be at most ${max} characters`, { param });
  }
  const isEmail = param === 'email' || param === 'receipt_email';
  if (isEmail && !EMAIL.test(value)) {
    throw invalid(`Invalid email address: ${value}`, { code: 'email_invalid', param });
  }
}

/** https://docs.stripe.com/api/metadata */
function checkMetadata(metadata: unknown): void {
  for (const [key, value] of Object.entries((metadata ?? {}) as Record<string, string>)) {
    if (key.length > 40) throw invalid('Metadata keys can be up to 40 characters', { param: 'metadata' });
    if (value.length > 500)
      throw invalid('Metadata values can be up to 500 characters', { param: 'metadata' });
  }
}
