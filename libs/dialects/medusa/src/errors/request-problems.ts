import type { InvalidRequest, Problem } from '@tandem/http';
import { containsCardNumber } from '@tandem/provider-kit';

/** The type that a class-validator rule expects, by Medusa's name. */
const TYPES: Readonly<Record<string, string>> = {
  isString: 'string',
  isObject: 'object',
  isNumber: 'number',
  isInt: 'number',
  isBoolean: 'boolean',
  isArray: 'array',
};

/** Rules with a bound; class-validator's message ends with the bound, or names none for zero. */
const BOUNDS: Readonly<Record<string, string>> = {
  min: 'small, expected at least',
  isPositive: 'small, expected at least',
  max: 'big, expected at most',
};

/** "Invalid request: Field 'x' is required; Unrecognized fields: 'y'", as recorded from a real server. */
export function requestProblems({ problems }: InvalidRequest): string {
  const unknown = problems.filter(isUnknown).map(({ path }) => `'${path}'`);
  const messages = problems.filter((problem) => !isUnknown(problem)).map(messageOf);
  if (unknown.length > 0) messages.push(`Unrecognized fields: ${unknown.join(', ')}`);
  return `Invalid request: ${messages.join('; ')}`;
}

function isUnknown({ constraints }: Problem): boolean {
  return 'whitelistValidation' in constraints;
}

function messageOf({ path, constraints, value }: Problem): string {
  if (value === undefined) return `Field '${path}' is required`;
  const wrongType = Object.keys(constraints).find((rule) => Object.hasOwn(TYPES, rule));
  if (wrongType) return `Expected type: '${TYPES[wrongType]}' for field '${path}', got: '${shown(value)}'`;
  const bound = Object.keys(constraints).find((rule) => Object.hasOwn(BOUNDS, rule));
  if (bound) return `Value for field '${path}' too ${BOUNDS[bound]}: '${boundIn(constraints[bound])}'`;
  return `Invalid value for field '${path}'`;
}

function boundIn(message = ''): string {
  return /-?\d+$/.exec(message)?.[0] ?? '0';
}

/** The value, unless it is long or may be a card number. */
function shown(value: unknown): string {
  if (containsCardNumber(value)) return '…';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}
