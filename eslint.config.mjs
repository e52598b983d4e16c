import js from '@eslint/js';
import playwright from 'eslint-plugin-playwright';
import tseslint from 'typescript-eslint';

const size = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  complexity: ['error', 14],
};

const noImportOf = (patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'reports/output/**', 'test-results/**', '.groundwork/**', 'platform/contracts/*.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      ...size,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      'no-empty-pattern': 'off',
      'preserve-caught-error': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', fetch: 'readonly', URL: 'readonly', performance: 'readonly' } },
  },
  {
    files: ['support/**/*.ts'],
    // The program offers the commands of every part.
    ignores: ['support/cli/main.ts'],
    rules: noImportOf([
      { regex: '(^|/)(fixtures|page-objects|specs|platform|reports)/', message: 'support imports nothing above it.' },
    ]),
  },
  {
    files: ['reports/**/*.ts', 'page-objects/**/*.ts', 'fixtures/**/*.ts'],
    rules: noImportOf([{ regex: '(^|/)(specs|platform)/', message: 'Nothing imports specs or the platform.' }]),
  },
  {
    files: ['page-objects/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='expect']", message: 'Page objects hold no assertions.' },
      ],
    },
  },
  {
    files: ['specs/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['specs/e2e/**/*.ts'],
    ...playwright.configs['flat/recommended'],
    rules: {
      ...playwright.configs['flat/recommended'].rules,
      'playwright/no-focused-test': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "Property[key.name='scope'][value.value='worker']",
          message: 'A worker fixture of one file makes Playwright start workers anew; use the fixture perWorker.',
        },
      ],
    },
  },
  {
    files: ['platform/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
);
