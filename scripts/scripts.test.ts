import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountLines } from './demo-schools'
import { holdsWhatIsLocked, nodeProblem } from './install.mjs'
import { firstFreePort, freePort } from './ports'
import { accountIn } from './postgres/run-as'
import { sourcesOf } from './sources'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scripts-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Writes a file into the test's own folder, and gives its place. */
function write(name: string, text: string) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is enough to install with: %s', (version, isEnough) => {
  expect(nodeProblem(version) === undefined).toBe(isEnough)
})

describe('what is installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-mac': { version: '2.0.0', optional: true },
    },
  }
  const installed = (packages: Record<string, { version: string }>) => holdsWhatIsLocked(lock, { packages })

  it('is what is locked, though a package for another machine is absent', () => {
    expect(installed({ 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  it('is not, when a package is missing or of another version', () => {
    expect(installed({})).toBe(false)
    expect(installed({ 'node_modules/a': { version: '1.0.1' } })).toBe(false)
    expect(
      installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-mac': { version: '1.0.0' } }),
    ).toBe(false)
  })
})

describe('whether to build again', () => {
  it('follows every source, and nothing else', () => {
    write('app/page.tsx', 'one')
    write('lib/pupil/rules.ts', 'rules')
    const before = sourcesOf(folder)

    write('docs/rules.md', 'words')
    write('lib/pupil/rules.test.ts', 'a test')
    write('node_modules/next/index.js', 'a package')
    write('.next/BUILD_ID', 'a build')
    write('notes.log', 'somebody else')
    write('eslint.config.js', 'a check')
    expect(sourcesOf(folder)).toBe(before)

    write('app/page.tsx', 'two')
    const edited = sourcesOf(folder)
    write('lib/cycle/rules.ts', '')
    const added = sourcesOf(folder)
    write('next.config.js', 'settings')
    expect(new Set([before, edited, added, sourcesOf(folder)]).size).toBe(4)
  })
})

describe('the last line of npm test', () => {
  const vitest = (report: object) => write('vitest.json', JSON.stringify(report))
  const playwright = (stats: object) => write('playwright.json', JSON.stringify({ stats }))

  it('adds up what the runners report', () => {
    expect(vitestCounts(vitest({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({
      passed: 7,
      failed: 2,
    })
    expect(playwrightCounts(playwright({ expected: 5, unexpected: 1, flaky: 1 }), 1)).toEqual({
      passed: 6,
      failed: 1,
      secondTry: 1,
    })
  })

  it('counts a failure where a runner failed without a failed test, or said nothing at all', () => {
    expect(vitestCounts(vitest({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
      passed: 7,
      failed: 1,
    })
    expect(vitestCounts(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 })
    expect(playwrightCounts(path.join(folder, 'none.json'), 1)).toEqual({
      passed: 0,
      failed: 1,
      secondTry: 0,
    })
  })
})

it('takes the next port when somebody listens on the first', async () => {
  const taken = await freePort()
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(taken, '127.0.0.1', () => resolve())
  })
  expect(await firstFreePort(taken)).toBeGreaterThan(taken)
  server.close()
})

it('finds the user that Postgres runs as, in the order of preference', () => {
  const accounts = write(
    'passwd',
    'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:\npostgres:x:101:104::/:\n',
  )
  expect(accountIn(accounts, ['postgres', 'nobody'])).toEqual({ uid: 101, gid: 104 })
  expect(accountIn(accounts, ['postgresql', 'nobody'])).toEqual({ uid: 65_534, gid: 65_533 })
  expect(accountIn(path.join(folder, 'none'), ['nobody'])).toBeUndefined()
})

it('prints the demo accounts as a table', () => {
  const accounts = [
    { role: 'SENCO', email: 'senco@oakfield.example', password: 'a long one', school: 'Oakfield Primary' },
    { role: 'Parent', email: 'p@x.example', password: 'b', school: 'Oakfield Primary' },
  ]
  expect(accountLines(accounts)).toEqual([
    'Role     Email                    Password     School',
    'SENCO    senco@oakfield.example   a long one   Oakfield Primary',
    'Parent   p@x.example              b            Oakfield Primary',
  ])
})
