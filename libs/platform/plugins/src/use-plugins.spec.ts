import { replacement, type PaymentProvider, type TandemPlugin } from '@tandem/provider-kit';
import { replaceable } from './replacements';
import { usePlugins } from './use-plugins';

class Offered {
  run(): string {
    return 'ours';
  }
}
class Theirs extends Offered {
  override run(): string {
    return 'theirs';
  }
}
class NotOffered extends Offered {}
function Empty(): void {}
replaceable(Offered);

const use = (...plugins: unknown[]): unknown => usePlugins(plugins as TandemPlugin[], {});

it.each<[string, object]>([
  ['plugin without a name: ', { providers: [] }],
  ['plugin without a name: ', { name: ' ' }],
  ['plugin acme: providers, modules and replace are lists', { name: 'acme', providers: {} }],
  ['plugin acme: its compatibility "soon" is no range', { name: 'acme', compatibility: 'soon' }],
  ['plugin acme: it was made for Tandem ^9.0.0, and this is 0.', { name: 'acme', compatibility: '^9.0.0' }],
  [
    'plugin acme: ACME_KEY is not set',
    {
      name: 'acme',
      providers: [
        () => {
          throw new Error('ACME_KEY is not set\n at x');
        },
      ],
    },
  ],
  ['plugin acme: one of its providers has no capabilities', { name: 'acme', providers: [() => ({})] }],
  ['plugin acme: NotOffered may not be replaced', { name: 'acme', replace: [[NotOffered, Theirs]] }],
  ['plugin acme: what replaces Offered is no class', { name: 'acme', replace: [[Offered, Empty]] }],
])('refuses in one line: %s…', (line, plugin) => {
  expect(() => use(plugin)).toThrow(line);
  expect(() => use(plugin)).not.toThrow(/\n/);
});

it('refuses the second plugin that replaces an act', () => {
  const replace = [replacement(Offered, Theirs)];
  expect(() => use({ name: 'first', replace }, { name: 'second', replace })).toThrow(
    'plugin second: Offered is replaced by plugin first already',
  );
});

it('takes what fits, and says whose each provider is', () => {
  const provider = { capabilities: { id: 'pp_acme_default' } } as unknown as PaymentProvider;
  const inUse = usePlugins(
    [
      {
        name: 'acme',
        compatibility: '0.x',
        providers: [() => provider],
        replace: [replacement(Offered, Theirs)],
      },
      { name: 'bare' },
    ],
    {},
  );
  expect([inUse.providers, inUse.origins.get(provider)]).toEqual([[provider], 'acme']);
  expect([inUse.replacements.classFor(Offered), inUse.replacements.classFor(NotOffered)]).toEqual([
    Theirs,
    NotOffered,
  ]);
});
