import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The capabilities stand in one line; each imports only from those to its left (docs/architecture.md). */
const LINE = [
  'identity', 'provenance', 'methods', 'participation', 'duties', 'boards', 'sessions', 'registration', 'ideas', 'assessment', 'public-votes', 'texts', 'outputs', 'review', 'commitments', 'evaluation',
  'home',
];
const root = import.meta.dirname;
const zones = ['apps/api/src', 'apps/web/src'].flatMap((app) =>
  LINE.slice(0, -1).map((capability, at) => ({
    target: `${root}/${app}/${capability}`,
    from: LINE.slice(at + 1).map((right) => `${root}/${app}/${right}`),
    message: `${capability} stands left of it in the line of capabilities.`,
  })),
);
export default defineConfig(
  { ignores: ['**/dist', '**/test-output', '.nx', '**/node_modules', '**/public', '.data'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { '@nx': nx, 'import-x': importX },
    rules: {
      '@nx/enforce-module-boundaries': ['error', {
        depConstraints: [
          { sourceTag: 'side:both', onlyDependOnLibsWithTags: ['side:both'] },
          { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:both'] },
          { sourceTag: 'side:api', onlyDependOnLibsWithTags: ['side:both'] },
          { sourceTag: 'side:e2e', onlyDependOnLibsWithTags: [] },
        ],
      }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      // Handlers of interfaces that expect a promise need not await.
      '@typescript-eslint/require-await': 'off',
      // A handler of the page may be asynchronous; it deals with its own failures.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'YText'] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Nest's modules and controllers are classes without members or with only a constructor.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // Text is text (SEC-23): nothing a person typed is ever parsed as HTML.
    files: ['apps/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A promise that is thrown has React wait for it.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Promise' }] }],
      'no-restricted-syntax': ['error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is rendered by text nodes.' },
        { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]", message: 'Text is rendered by text nodes.' },
        { selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|write)$/][callee.object.name='document']", message: 'Text is rendered by text nodes.' },
      ],
    },
  },
  {
    // Only parameters reach SQL (SEC-25): a statement is a literal, or is put together from literals only.
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/testing/**', '**/*.spec.ts', 'apps/api/src/database/migrations/**'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: "CallExpression[callee.property.name='query'] > TemplateLiteral.arguments:first-child > :not(TemplateElement):not(Identifier[name=/^[A-Z][A-Z_]+$/])",
        message: 'Statements take parameters; only pieces of SQL that are constants of the module are written into them.',
      }],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'apps/e2e/**/*.ts', 'apps/api/src/testing/**/*.ts'],
    rules: Object.fromEntries(
      ['assignment', 'argument', 'member-access', 'call', 'return'].map((rule) => [`@typescript-eslint/no-unsafe-${rule}`, 'off']),
    ),
  },
  {
    files: ['**/*.mjs', '**/vite.config.ts', 'apps/web/vite/*.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
);
