/** The rooms of the house, and which may look into which (docs/architecture.md). `npm run check:rooms` enforces it. */

// A drawer may be split by what it is about: `rules.ts`, or `stages.rules.ts` and `due.rules.ts`.
const drawer = (names) => `^lib/[^/]+/(|[a-z0-9-]+\\.)(${names})\\.ts$`
// The faces that are tried out from outside: rules by another name.
const FACES = ['^lib/outcome/smart\\.ts$', '^lib/provision/specified\\.ts$']
const PURE = [drawer('rules|schema|policy|words'), '^lib/pupil/upn\\.ts$', ...FACES]
const SERVER = [drawer('queries|commands|reads')]
const SERVER_ROOMS = [...SERVER, '^lib/platform/(db|db-check|session|env|clock|log|prisma/)']
const TEST = '\\.test\\.tsx?$'

// The nouns in the order of the story. A noun looks down it, never up: `review` may use the cycle's
// rules, the cycle never the review's. Queries and reads gather for a page, so they may look both ways,
// but only into rules, words and reads (see `queries-never-ask-other-queries`).
const STORY = [
  ...['school', 'person', 'pupil', 'concern', 'cycle', 'assessment', 'outcome', 'provision'],
  // The register tells of each pupil what every noun before it knows.
  ...['do-note', 'review', 'parent-meeting', 'sen-register', 'flag', 'timeline'],
]
const down = STORY.slice(0, -1).map((noun, place) => ({
  name: `${noun}-looks-down-the-story`,
  comment: `${noun} comes before what it imports here: move the rule to the later noun, or hand the value in.`,
  severity: 'error',
  from: { path: `^lib/${noun}/`, pathNot: [drawer('queries|reads'), TEST] },
  to: { path: `^lib/(${STORY.slice(place + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'rules-know-only-rules-and-the-calendar',
      comment: 'Rules are plain functions over plain values, so that anyone can check them from outside.',
      severity: 'error',
      from: { path: [drawer('rules'), ...FACES] },
      to: {
        pathNot: [
          '^lib/calendar/',
          drawer('rules'),
          ...FACES,
          '^lib/pupil/upn\\.ts$',
          // Who is asking is a plain value, and signing a cookie a plain function.
          '^lib/platform/actor\\.ts$',
          '^crypto$',
          // A register is read from CSV, and printed as CSV.
          '^lib/platform/csv\\.ts$',
          'node_modules/(@types/)?papaparse',
          'node_modules/(date-fns|@date-fns)',
        ],
      },
    },
    {
      name: 'pure-files-never-reach-the-server',
      comment: 'A browser may load these, by any number of steps.',
      severity: 'error',
      from: { path: PURE },
      to: { path: [...SERVER_ROOMS, 'node_modules/(next|next-auth|pg|@prisma)/'], reachable: true },
    },
    {
      name: 'components-never-reach-the-database',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: SERVER_ROOMS, reachable: true },
    },
    {
      name: 'lib-knows-no-screens',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-know-no-routes',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'platform-knows-no-noun',
      severity: 'error',
      from: { path: '^lib/platform/', pathNot: '^lib/platform/prisma/' },
      to: { path: '^lib/(?!platform|calendar)' },
    },
    {
      name: 'calendar-stands-alone',
      severity: 'error',
      from: { path: '^lib/calendar/', pathNot: TEST },
      to: { pathNot: ['^lib/calendar/', 'node_modules/(date-fns|@date-fns)'] },
    },
    {
      name: 'only-db-opens-the-database',
      severity: 'error',
      from: {
        path: '^(app|components|lib)/',
        pathNot: ['^lib/platform/(db|db-check|gather)\\.ts$', '^lib/platform/prisma/'],
      },
      // What a query says in types alone opens nothing, and neither does SQL that is put together.
      to: {
        path: ['^lib/platform/prisma/', 'node_modules/(pg|@prisma)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-use-the-rooms-not-the-handle',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/platform/db\\.ts$' },
    },
    {
      name: 'queries-never-ask-other-queries',
      comment:
        "Pieces of a read that several pages need live in a noun's reads.ts, inside the caller's transaction.",
      severity: 'error',
      from: { path: '^lib/([^/]+)/(|[a-z0-9-]+\\.)(queries|commands|reads)\\.ts$' },
      to: { path: drawer('queries'), pathNot: '^lib/$1/' },
    },
    ...down,
    {
      name: 'the-app-never-imports-tests',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: TEST },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(\\.next|lib/platform/prisma/internal)' },
  },
}
