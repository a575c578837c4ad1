const { LAYERS, STOREYS, libsOf } = require('./tools/layers.cjs');

const PURE = ['platform/ids', 'platform/money', 'provider-kit'];

// A lib's folder, on whichever storey; $1 is the lib.
const storeys = `(?:${STOREYS.join('|')})`;
const LIB = `${storeys}/[^/]+|(?!${storeys}/)[^/]+`;
const ANY_LIB = `^libs/(${LIB})/`;
const ANY_LIB_OR_APP = `^(?:libs|apps)/(${LIB})/`;

// What calls a subscriber's address must speak HTTP; no other file of the core does.
const SENDS_WEBHOOKS = '^libs/core/webhooks/src/sending/post-once\\.(spec\\.)?ts$';

const SPEC = '\\.spec\\.ts$';
const KIT_TESTING = '^libs/provider-kit/src/testing/';

// Where reading starts: nothing needs to import these.
const ENTRANCES = [
  '^apps/[^/]+/src/main\\.ts$',
  `${ANY_LIB}src/index\\.ts$`,
  `${KIT_TESTING}index\\.ts$`,
  SPEC,
];

const any = (names) => `(?:${names.join('|')})`;
const inLibs = (...names) => `^libs/${any(names)}/`;
// An installed package and what is inside it, or its bare name where it could not be resolved.
const npm = (names) => `(?:^|node_modules/)${any(names)}(?:/|$)`;

const onlyDownwards = LAYERS.flatMap((layer, height) =>
  layer.map((lib) => {
    const notBelow = LAYERS.slice(0, height + 1).flat();
    return {
      name: `only-downwards: ${lib}`,
      comment: `${lib} may import only what stands below it. Wanting more means that the act belongs in checkout/.`,
      severity: 'error',
      from: { path: inLibs(lib) },
      to: { path: ['^apps/', inLibs(...notBelow)], pathNot: inLibs(lib) },
    };
  }),
);

const layers = [
  ...onlyDownwards,
  {
    name: 'every-lib-has-its-layer',
    comment: 'Give the new lib its place in tools/layers.cjs.',
    severity: 'error',
    from: { path: '^libs/', pathNot: inLibs(...LAYERS.flat()) },
    to: {},
  },
  {
    name: 'no-circular',
    comment: 'Of two that need each other, a third thing has not been named yet.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'dialects-never-meet',
    comment: 'What both need is the core: neither dialect knows that the other is there.',
    severity: 'error',
    from: { path: '^libs/dialects/([^/]+)/' },
    to: { path: '^libs/dialects/', pathNot: '^libs/dialects/$1/' },
  },
  {
    name: 'apps-are-alone',
    comment: 'An app is composed of libs, not of another app.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
];

const doors = [
  {
    name: 'only-through-the-index',
    comment:
      "A lib's src/index.ts is its only door. (A spec may reach the provider kit's suite, which is no part of the door.)",
    severity: 'error',
    from: { path: ANY_LIB_OR_APP },
    to: { path: `${ANY_LIB}(?!src/index\\.ts$)`, pathNot: ['^libs/$1/', KIT_TESTING] },
  },
  {
    name: 'kit-suite-only-from-specs',
    comment: "The provider kit's suite is for tests: it needs jest.",
    severity: 'error',
    from: { pathNot: [SPEC, KIT_TESTING] },
    to: { path: KIT_TESTING },
  },
  {
    name: 'by-its-name',
    comment: 'Write @tandem/<lib>, not a way there by ../..',
    severity: 'error',
    from: { path: ANY_LIB_OR_APP },
    to: { path: `${ANY_LIB}src/index\\.ts$`, pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
  },
];

const rooms = [
  {
    name: 'core-says-no-http',
    comment:
      'Below the dialects there is no request. Of Nest the core has @nestjs/common (Injectable, Module) and ModuleRef.',
    severity: 'error',
    from: { path: inLibs(...libsOf('core'), 'platform/context', 'platform/outbox'), pathNot: SENDS_WEBHOOKS },
    to: {
      path: [
        npm(['@nestjs/(?!common(?:/|$)|core(?:/|$))[^/]+', 'express', '@types/express']),
        '^(?:node:)?https?$',
      ],
    },
  },
  {
    name: 'pure-libs',
    comment: 'Value types and the published contract know neither Nest nor a database.',
    severity: 'error',
    from: { path: inLibs(...PURE) },
    to: { path: npm(['@nestjs', 'typeorm', 'pg', 'express']) },
  },
  {
    name: 'provider-knows-only-the-kit',
    comment:
      "Ours too: so the built-in providers prove that the outside door is wide enough. (Node itself is allowed, and its gateway's own client.)",
    severity: 'error',
    from: { path: '^libs/core/payment-providers/src/([^/]+)/[^/]+\\.provider\\.ts$' },
    to: {
      pathNot: [
        '^libs/provider-kit/src/index\\.ts$',
        '^libs/core/payment-providers/src/$1/',
        '(?:^|node_modules/)$1/',
      ],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'sql-in-repositories',
    comment: 'Only a *.repository.ts speaks to TypeORM or pg; libs/platform/database opens the connection.',
    severity: 'error',
    from: { path: '^libs/', pathNot: ['^libs/platform/database/', '\\.repository\\.ts$'] },
    to: { path: npm(['typeorm', 'pg', '@types/pg', '@nestjs/typeorm']) },
  },
];

const hygiene = [
  {
    name: 'no-orphans',
    comment: 'It imports nothing and no file imports it: use it or delete it.',
    severity: 'error',
    from: { orphan: true, pathNot: [...ENTRANCES, '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'no-unused-files',
    comment: "No app, spec or lib's door leads here: use it or delete it.",
    severity: 'error',
    from: { path: ENTRANCES },
    to: { path: '^(?:apps|libs)/', pathNot: [...ENTRANCES, '\\.d\\.ts$'], reachable: false },
  },
  {
    name: 'resolvable',
    comment: 'It is imported, but it is not there.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-dev-dependency',
    comment: 'Only specs may need what npm ci --omit=dev leaves out.',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: [SPEC, KIT_TESTING] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...doors, ...rooms, ...hygiene],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: an import that only the compiler sees still ties two files together.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^coverage/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
