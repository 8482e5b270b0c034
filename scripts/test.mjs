// `npm test`: every check and every test, from a bare clone. All steps run, whatever fails before; the
// last line adds them up. `npm test -- --only unit,e2e` runs some of them.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensurePackages, ensurePrismaClient, environment, nodeProblem, PROJECT } from './install.mjs'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

const REPORTS = mkdtempSync(path.join(tmpdir(), 'track-sen-support-reports-'))
const report = (name) => path.join(REPORTS, `${name}.json`)

// A check is a command of package.json and counts as one test. A runner says how many it ran.
const check = (name, script) => ({ name, script })
const vitest = (name, words, zone = 'UTC') => ({
  name,
  script: 'vitest run',
  words: [...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`],
  settings: { TZ: zone },
  counts: vitestCounts,
})

// A day must be the same day wherever the server stands; two of these zones are on another date than
// Greenwich for half of each day.
const DAYS_ELSEWHERE = ['Europe/London', 'America/New_York', 'Pacific/Auckland'].map((zone) =>
  vitest(`days in ${zone}`, ['--project=unit', 'lib/calendar', 'rules'], zone),
)

const STEPS = [
  check('format', 'check:format'),
  // It takes minutes of one processor, so it runs beside the checks and the unit tests.
  { ...check('lint', 'lint'), isBeside: true },
  check('types', 'typecheck'),
  check('rooms', 'check:rooms'),
  check('unused', 'check:unused'),
  check('drift', 'check:drift'),
  vitest('unit', ['--project=unit']),
  ...DAYS_ELSEWHERE,
  vitest('integration', ['--project=integration']),
  check('build', 'build:if-changed'),
  {
    name: 'e2e',
    script: 'playwright test',
    words: ['--reporter=list,json'],
    settings: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') },
    counts: playwrightCounts,
  },
]

/** The steps that were asked for: all, or those whose first word is in `--only`. */
function chosen(words) {
  const place = words.indexOf('--only')
  if (place < 0) return STEPS
  const wanted = (words[place + 1] ?? '').split(',')
  const known = new Set(STEPS.map(({ name }) => name.split(' ')[0]))
  const unknown = wanted.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(', ')}: choose from ${[...known].join(', ')}.`)
  return STEPS.filter(({ name }) => wanted.includes(name.split(' ')[0]))
}

// A database, clock or secret of this machine's must never reach a test.
const OURS = /^(DATABASE_|NEXTAUTH_|SHADOW_|PRISMA_|CLOCK$|DEMO$|TRUSTED_PROXIES$|NODE_ENV$|PORT$|TZ$)/
const bareEnvironment = () =>
  Object.fromEntries(Object.entries(environment()).filter(([name]) => !OURS.test(name)))

const { scripts } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))

const secondTry = ({ secondTry: tests = 0 }) => (tests > 0 ? `, ${tests} at a second try` : '')

/** Runs one step. A check speaks only when it fails; a runner is watched. */
async function run({ name, script, words = [], settings = {}, counts }) {
  const command = [scripts[script] ?? script, ...words.map((word) => `'${word}'`)].join(' ')
  if (counts) process.stdout.write(`\n── ${name}\n`)
  const started = performance.now()
  let said = ''
  const child = spawn(command, {
    cwd: PROJECT,
    shell: true,
    env: { ...bareEnvironment(), ...settings },
    stdio: ['ignore', counts ? 'inherit' : 'pipe', counts ? 'inherit' : 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const result = counts
    ? counts(report(name), code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  const verdict = counts
    ? `${result.passed} passed, ${result.failed} failed${secondTry(result)}`
    : code === 0
      ? 'passed'
      : 'failed'
  process.stdout.write(`── ${name}: ${verdict} (${seconds} s)\n`)
  if (!counts && code !== 0) process.stdout.write(`${said.trimEnd()}\n\n`)
  return result
}

async function main() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  const steps = chosen(process.argv.slice(2))
  if (ensurePackages()) process.stdout.write('── packages installed\n')
  ensurePrismaClient()
  const total = { passed: 0, failed: 0 }
  const add = ({ passed, failed }) => {
    total.passed += passed
    total.failed += failed
  }
  const beside = Promise.all(steps.filter(({ isBeside }) => isBeside).map(run))
  for (const step of steps.filter(({ isBeside }) => !isBeside)) {
    // What starts servers of its own gets the machine to itself.
    if (step.name === 'integration') await beside
    add(await run(step))
  }
  for (const result of await beside) add(result)
  return total
}

// Ctrl-C reaches the running step too: it stops its own servers, and then we stop.
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => rmSync(REPORTS, { recursive: true, force: true }))
try {
  const { passed, failed } = await main()
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
} catch (error) {
  process.stdout.write(`${error.message}\n\n0 passed, 1 failed\n`)
  process.exitCode = 1
}
