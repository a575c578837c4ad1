import { commonTrigrams, rarePart } from './rare-part';

const sample = Array.from({ length: 200 }, (_, n) => `v${1000 + n * 43} person${n}.x${n % 7}@gmail.com`);
const common = commonTrigrams(sample);

it('contains what many of a list’s texts share, and not what few do', () => {
  expect(['gma', 'mai', ' g', 'per', 'son', 'com'].filter((trigram) => !common.has(trigram))).toEqual([]);
  expect(['199', 'xyz', 'n77'].filter((trigram) => common.has(trigram))).toEqual([]);
});

it.each([
  ['person177@gmail.com', '177'],
  ['Smith@gmail.com', 'Smith@'],
  ['anna.Smith', 'anna.Smith'],
  ['v4096', '4096'],
])('of %s the index is asked for %s', (text, part) => {
  const found = rarePart(text, common);
  expect(text).toContain(found);
  expect(found).toContain(part);
  expect(found).not.toContain('gma');
});

it.each(['gmail', 'person', '', 'a', 'ab', '@gmail.com', '~~', 'éàü'])(
  'of %p, which has no rare part, the whole text is looked up',
  (text) => {
    expect(rarePart(text, common)).toBe(text);
  },
);

it('the whole text is looked up if nothing is common', () => {
  expect(rarePart('person177@gmail.com', commonTrigrams([]))).toBe('person177@gmail.com');
});

it('a letter that is not ASCII is skipped, with the text on its far side', () => {
  expect(rarePart('zoë.quincey', commonTrigrams([]))).toBe('.quincey');
  expect(rarePart('😀quincey😀', commonTrigrams([]))).toBe('quincey');
});
