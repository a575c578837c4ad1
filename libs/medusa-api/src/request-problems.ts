import type { InvalidRequest, Problem } from '@tandem/http';
import { containsCardNumber } from '@tandem/provider-kit';

/** The type that a rule of class-validator wants, as Medusa names it. */
const TYPES: Readonly<Record<string, string>> = {
  isString: 'string',
  isObject: 'object',
  isNumber: 'number',
};

const TOO_SMALL = new Set(['min', 'isPositive']);

/** "Invalid request: Field 'x' is required; Unrecognized fields: 'y'", as a real server words it. */
export function requestProblems({ problems }: InvalidRequest): string {
  const unknown = problems.filter(isUnknown).map(({ path }) => `'${path}'`);
  const words = problems.filter((problem) => !isUnknown(problem)).map(wordsOf);
  if (unknown.length > 0) words.push(`Unrecognized fields: ${unknown.join(', ')}`);
  return `Invalid request: ${words.join('; ')}`;
}

function isUnknown({ constraints }: Problem): boolean {
  return 'whitelistValidation' in constraints;
}

function wordsOf({ path, constraints, value }: Problem): string {
  if (value === undefined) return `Field '${path}' is required`;
  const wrongType = Object.keys(constraints).find((rule) => Object.hasOwn(TYPES, rule));
  if (wrongType) return `Expected type: '${TYPES[wrongType]}' for field '${path}', got: '${shown(value)}'`;
  if (Object.keys(constraints).some((rule) => TOO_SMALL.has(rule))) {
    return `Value for field '${path}' too small, expected at least: '0'`;
  }
  return `Invalid value for field '${path}'`;
}

/** The value, unless it is long or may be a card's number. */
function shown(value: unknown): string {
  if (containsCardNumber(value)) return '…';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}
