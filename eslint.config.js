import next from 'eslint-config-next'
import tseslint from 'typescript-eslint'

// The house's law, each with its reason. tests/lint.test.ts shows that every one of them fires.
const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now: Date` or `today: IsoDate` as an argument. Pages and actions ask clock.now().',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now: Date` as an argument. Pages and actions ask clock.now().',
  },
]
const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read settings from lib/platform/env.ts, where they are checked at start.',
  },
]
const LOCAL_DATE = [
  {
    selector:
      'CallExpression[callee.property.name=/^(getDate|getMonth|getFullYear|getDay|getHours|setDate|setMonth|setFullYear|setHours|toLocaleDateString)$/]',
    message: 'Calendar days are IsoDate: use lib/calendar. These read the zone of the machine.',
  },
]
const PLAIN_SHAPES = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector: 'ClassDeclaration',
    message: 'Use functions and plain values; only errors and page objects are classes.',
  },
]
const NAMED_EXPORTS = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name; only where Next wants a default is there one.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file that has the thing.' },
]
const NO_SERVER_ACTION = [
  {
    selector: "ExpressionStatement[directive='use server']",
    message: "'use server' makes every export a public address: only in app/**/actions.ts.",
  },
]
const SERVER_ONLY = [
  {
    selector: "Program:not(:has(> ImportDeclaration[source.value='server-only']))",
    message: "Begin with import 'server-only', so that this can never reach a browser.",
  },
]
const law = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat(2)] })

const TYPED = ['**/*.ts', '**/*.tsx']
const SOURCE = ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}']
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**']
const EVERYWHERE = [ENVIRONMENT, LOCAL_DATE, PLAIN_SHAPES]

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      '.data/**',
      'lib/platform/prisma/**',
      'next-env.d.ts',
      'playwright-report/**',
      'test-results/**',
      '*.cjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...next,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: TYPED })),
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: TYPED,
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    },
  },
  {
    files: [...SOURCE, 'scripts/**/*.{ts,mjs}'],
    ignores: TESTS,
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },

  // no-restricted-syntax is replaced, not added to, by what comes later: each block says all of it.
  { files: ['app/**'], rules: law(EVERYWHERE, CLOCK, NO_SERVER_ACTION) },
  { files: ['app/**/actions.ts'], rules: law(EVERYWHERE, CLOCK, NAMED_EXPORTS) },
  { files: ['components/**'], rules: law(EVERYWHERE, CLOCK, NAMED_EXPORTS, NO_SERVER_ACTION) },
  { files: ['lib/**'], rules: law(EVERYWHERE, CLOCK, NAMED_EXPORTS, NO_SERVER_ACTION) },
  {
    files: ['lib/**/{queries,commands,reads}.ts', 'lib/**/*.{queries,commands,reads}.ts'],
    rules: law(EVERYWHERE, CLOCK, NAMED_EXPORTS, NO_SERVER_ACTION, SERVER_ONLY),
  },
  { files: ['lib/platform/clock.ts'], rules: law(EVERYWHERE, NAMED_EXPORTS, NO_SERVER_ACTION) },
  { files: ['lib/platform/env.ts'], rules: law(LOCAL_DATE, PLAIN_SHAPES, NAMED_EXPORTS) },
  { files: ['lib/platform/errors.ts'], rules: law(ENVIRONMENT, LOCAL_DATE, NAMED_EXPORTS) },
  { files: ['scripts/**'], rules: law(LOCAL_DATE, PLAIN_SHAPES, NAMED_EXPORTS) },
  {
    files: TESTS,
    rules: {
      ...law(LOCAL_DATE),
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that is wrong about this fails, as it should
    },
  },
  { files: ['*.config.{js,mjs,ts}'], rules: { 'import/no-anonymous-default-export': 'off' } },
  // Playwright's fixtures call a function named `use`.
  { files: ['tests/e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
)
