// `npm run demo`, first half: from a bare clone to installed packages. The second half, demo.ts, runs
// on the Node 24 that came with them.
import { spawn } from 'node:child_process'
import { isAlive, npmAbove } from './processes.mjs'
import { ensurePackages, ensurePrismaClient, environment, NODE, nodeProblem, PROJECT } from './install.mjs'

try {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  const started = performance.now()
  process.stdout.write('Packages … ')
  const installed = ensurePackages()
  const generated = ensurePrismaClient()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${installed ? 'installed' : generated ? 'client written' : 'there'} (${seconds} s)\n`)
} catch (error) {
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
}

// The channel tells the second half when this one dies, so that nothing is left running.
const demo = spawn(NODE, ['--import', 'tsx', 'scripts/demo.ts', ...process.argv.slice(2)], {
  cwd: PROJECT,
  env: environment(),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
// Ctrl-C reaches both of us; the second half tidies up and we wait for it.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => demo.kill('SIGTERM'))
// npm may be killed without a word to us.
const npm = npmAbove()
if (npm) setInterval(() => isAlive(npm) || demo.kill('SIGTERM'), 1_000).unref()
demo.on('exit', (code) => process.exit(code ?? 1))
