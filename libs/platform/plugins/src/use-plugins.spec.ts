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
  ['plugin acme: providers, modules and replace must be lists', { name: 'acme', providers: {} }],
  ['plugin acme: its compatibility "soon" is not a version range', { name: 'acme', compatibility: 'soon' }],
  ['plugin acme: it requires Tandem ^9.0.0, but this is 0.', { name: 'acme', compatibility: '^9.0.0' }],
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
  ['plugin acme: NotOffered cannot be replaced', { name: 'acme', replace: [[NotOffered, Theirs]] }],
  ['plugin acme: the replacement of Offered is not a class', { name: 'acme', replace: [[Offered, Empty]] }],
])('refuses in one line: %s…', (line, plugin) => {
  expect(() => use(plugin)).toThrow(line);
  expect(() => use(plugin)).not.toThrow(/\n/);
});

it('refuses a second plugin that replaces the same act', () => {
  const replace = [replacement(Offered, Theirs)];
  expect(() => use({ name: 'first', replace }, { name: 'second', replace })).toThrow(
    'plugin second: Offered is already replaced by plugin first',
  );
});

it('accepts a valid plugin, and records the origin of each provider', () => {
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
