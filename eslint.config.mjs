import prettier from 'eslint-config-prettier';
import globals from 'globals';
import ts from 'typescript-eslint';

const onlyConfigReadsIt = 'Only libs/config reads the environment: add the setting there and take it from readConfig().';
const seedAndClock = 'Seed and clock are arguments here, so that the same input gives the same result.';

const focused = {
  selector: "MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']",
  message: 'A focused test hides all others.',
};
const environment = { selector: "MemberExpression[object.name='process'][property.name='env']", message: onlyConfigReadsIt };
const batched = {
  selector: "CallExpression[callee.property.name=/^findUnique/]:not([callee.object.object.name='transaction'])",
  message: 'Prisma asks these together for whoever asked first, also across providers. Use findFirst outside transactions.',
};
const pure = [
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: seedAndClock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: seedAndClock },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: seedAndClock },
  { selector: "CallExpression[callee.name='Date']", message: seedAndClock },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: seedAndClock },
];

export default ts.config(
  {
    ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'libs/persistence/src/generated/', 'test/fixtures/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Promises are what the ports ask for, whether an implementation has to wait or not.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', focused, environment],
    },
  },
  {
    files: ['libs/persistence/src/**'],
    rules: { 'no-restricted-syntax': ['error', focused, environment, batched] },
  },
  {
    files: ['libs/config/**', 'libs/embedded/**', '**/*.spec.ts', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', focused] },
  },
  {
    files: ['**/*.spec.ts', 'test/**'],
    rules: {
      // Rows of a table of cases.
      'max-params': 'off',
      // Answers read back as JSON; what they hold is what the test asserts.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.tsx'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['apps/web/vite.config.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: false } },
  },
  {
    files: ['libs/engine/**/*.ts', 'libs/checker/**/*.ts', 'libs/care/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', focused, environment, ...pure] },
  },
  {
    // Nest finds constructor arguments by the emitted types: a class used only as a type must stay a value import there.
    files: ['apps/api/**', 'apps/worker/**'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: ['error', 'always'], 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  prettier,
);
