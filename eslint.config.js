import eslint from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import sonarjs from 'eslint-plugin-sonarjs'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'training/kernels/', '**/node_modules/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Types know the browser's names; there are no routes of a framework.
      'no-undef': 'off',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // Text of reports is only ever text.
    files: ['workbench/**'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'no-new-func': 'error',
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'].map((property) => ({
          property,
        })),
      ],
    },
  },
  {
    plugins: { sonarjs },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 3 }],
      'sonarjs/cognitive-complexity': ['error', 15],
    },
  },
  {
    files: ['test/**', '*.config.*', 'bench/**', 'scripts/**', 'training/**', 'workbench/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-exports': 'off' },
  },
  {
    // Inner loops over typed arrays: a check of each element would cost more than the sum.
    files: ['training/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      'max-params': 'off',
      'sonarjs/cognitive-complexity': 'off',
    },
  },
  {
    // The kernels' parameters are those of the WebAssembly functions, which take numbers only.
    files: ['src/text/parser/kernels.ts', 'src/text/parser/scalar.ts'],
    rules: { 'max-params': 'off' },
  },
)
