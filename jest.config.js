// Unit specs stand beside their source and touch nothing; e2e talks HTTP to the built server and never imports it.
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { decoratorMetadata: true },
          target: 'es2022',
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@tandem/provider-kit/testing$': '<rootDir>/libs/provider-kit/src/testing',
    '^@tandem/([a-z-]+)$': ['platform/', 'core/', 'dialects/', ''].map(
      (storey) => `<rootDir>/libs/${storey}$1/src`,
    ),
  },
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/setup/closing-line.reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,test/mutants}/**/*.spec.ts'],
      // Nest and what it stands on are ESM only: they are read as CommonJS here.
      transformIgnorePatterns: [
        '/node_modules/(?!(@nestjs|uuidv7|class-|file-type|strtok3|token-types|uint8array-extras)/)',
      ],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/setup/start.ts',
      globalTeardown: '<rootDir>/test/setup/stop.ts',
      transformIgnorePatterns: [
        '/node_modules/(?!(@medusajs|@spree|qs-esm|@nestjs|uuidv7|class-|file-type|strtok3|token-types|uint8array-extras)/)',
      ],
    },
  ],
};
