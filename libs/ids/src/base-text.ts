/** A fixed-width spelling of 128 bits in some alphabet, most significant digit first. */
export interface BaseText {
  encode(value: bigint): string;
  /** Null for another width, a foreign character, or more than 128 bits. */
  decode(text: string): bigint | null;
}

const MAX_128 = (1n << 128n) - 1n;

export function baseText(alphabet: string, width: number): BaseText {
  const base = BigInt(alphabet.length);
  const values = new Map([...alphabet].map((character, value) => [character, BigInt(value)]));
  return {
    encode(value) {
      let text = '';
      for (let rest = value, digit = 0; digit < width; digit++, rest /= base) {
        text = alphabet.charAt(Number(rest % base)) + text;
      }
      return text;
    },
    decode(text) {
      if (text.length !== width) return null;
      let value = 0n;
      for (const character of text) {
        const digit = values.get(character);
        if (digit === undefined) return null;
        value = value * base + digit;
      }
      return value <= MAX_128 ? value : null;
    },
  };
}
