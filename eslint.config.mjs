import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { droppedResult } from './tools/lint-dropped-result.mjs';
import { pureWork } from './tools/lint-pure-work.mjs';
import { libsOf } from './tools/layers.cjs';

const FILE_LINES = 200;

// The one list of files that may be longer than a screen or two, each with its measure.
const LONGER_FILES = [
  { files: ['libs/platform/database/src/migrations/**/*.ts'], lines: 400 }, // history: written once, never edited
  { files: ['libs/provider-kit/src/testing/**/*.ts'], lines: 400 }, // the published suite reads as one list
  { files: ['libs/core/payment-providers/src/*/*.provider.ts'], lines: 300 }, // one gateway, one file
  { files: ['**/*.spec.ts', 'test/**/*.ts'], lines: 300 },
  { files: ['test/access/**/*.ts'], lines: 400 }, // one table, whole, on as few screens as it takes
];

const TESTS = ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts', 'libs/provider-kit/src/testing/**/*.ts'];

const maxFileLength = (max) => ({
  'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }],
});

export default defineConfig(
  { ignores: ['**/dist/', 'coverage/', '.data/', '**/node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    rules: {
      ...maxFileLength(FILE_LINES),
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      // A flat switch over a closed list is one decision.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...moreThanFourParameters()],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'dropped-result': droppedResult, 'pure-work': pureWork } } },
    rules: {
      'house/dropped-result': 'error',
      'house/pure-work': 'error',
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: forbiddenImports() }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Nest's module classes have nothing in them: the decorator is their whole meaning.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `async` without `await` is how a method that keeps a contract turns a throw into a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // What serves both dialects knows no request.
    files: [...libsOf('core'), 'platform/context'].map((lib) => `libs/${lib}/**/*.ts`),
    rules: { 'no-restricted-imports': ['error', { patterns: [...forbiddenImports(), ...httpOfNest()] }] },
  },
  ...LONGER_FILES.map(({ files, lines }) => ({ files, rules: maxFileLength(lines) })),
  {
    files: ['libs/platform/database/src/migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' }, // one statement a table, and `up` lists them
  },
  {
    files: ['**/*.statement.ts'],
    rules: { 'max-lines-per-function': 'off' }, // one statement of SQL, read top to bottom
  },
  {
    files: ['apps/cli/**/*.ts', 'test/bench/**/*.ts', 'test/support/**/*.ts'],
    rules: { 'no-console': 'off' }, // what they print is what they are for
  },
  {
    files: TESTS,
    rules: {
      'house/dropped-result': 'off',
      'max-lines-per-function': 'off', // a describe is a chapter
      '@typescript-eslint/unbound-method': 'off', // expect(gateway.capture) calls nothing
      // Answers are JSON of many shapes; each expectation says what it looks for.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);

/** Four parameters at most; the constructors of Nest's classes are exempt, for injection names them, not a caller. */
function moreThanFourParameters() {
  const more = '[params.length>4]';
  return [
    ...['FunctionDeclaration', 'ArrowFunctionExpression', 'TSEmptyBodyFunctionExpression'],
    'FunctionExpression:not(MethodDefinition[kind="constructor"] > FunctionExpression)',
    'ClassDeclaration:not(:has(> Decorator)) > ClassBody > MethodDefinition[kind="constructor"] > FunctionExpression',
  ].map((node) => ({
    selector: node + more,
    message: 'More than 4 parameters: give them names in one object.',
  }));
}

function forbiddenImports() {
  return [
    {
      regex: '^@tandem/(?!provider-kit/testing$)[^/]+/',
      message: "A lib's index.ts is its only door: import @tandem/<lib>.",
    },
    { group: ['**/dist/**'], message: 'Import the source, not the build.' },
  ];
}

/** dependency-cruiser sees which package the core imports, but not which names. */
function httpOfNest() {
  const http =
    'Controller|Get|Post|Put|Patch|Delete|Req|Res|Body|Param|Query|Headers?|HttpCode|HttpStatus|Use[A-Z]\\w+|ExecutionContext|ArgumentsHost|\\w*Exception';
  return [
    { group: ['@nestjs/common'], importNamePattern: `^(?:${http})$`, message: 'The core says no HTTP.' },
    {
      group: ['@nestjs/core'],
      allowImportNamePattern: '^ModuleRef$',
      message: 'Of @nestjs/core the core has ModuleRef.',
    },
  ];
}
