import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PROJECT } from '@/scripts/project'
import { aSchool } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const folder = mkdtempSync(path.join(tmpdir(), 'import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const demo = (name: string) => path.join(PROJECT, 'prisma/demo', name)
const OAKFIELD = demo('oakfield-primary-register.csv')
const SEAVIEW = demo('seaview-academy-sen-needs.csv')

/** A file of the test's own. */
function aFile(name: string, text: string) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Runs the command as a terminal would, with the database's address and no other setting. */
async function run(...words: string[]) {
  const { PATH, DATABASE_URL } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', ...words],
    { cwd: PROJECT, env: { PATH, DATABASE_URL, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

// Each run starts Node anew, which takes seconds on a busy machine.
describe('npm run import', { timeout: 180_000 }, () => {
  it.each([
    ['the primary school’s roll', OAKFIELD, 275, 275],
    ['the secondary school’s register', SEAVIEW, 320, 251],
  ])('imports %s, and a second time changes nothing', async (_, file, rows, pupils) => {
    const school = await aSchool()
    const counted = (added: number, unchanged: number) => ({
      rows,
      pupils: { new: added, changed: 0, unchanged },
      problems: [],
      ignored: [],
      applied: true,
    })
    const done = await run('--school', school.urn, '--confirm', '--json', file)
    expect([done.code, done.err, JSON.parse(done.out)]).toEqual([0, '', counted(pupils, 0)])
    const again = await run('--school', school.urn, '--json', '--confirm', file)
    expect([again.code, again.err, JSON.parse(again.out)]).toEqual([0, '', counted(0, pupils)])
    expect(
      await look('SELECT DISTINCT membership_id FROM audit_entries WHERE school_id = $1', [school.id]),
    ).toEqual([{ membership_id: school.systemId }])
  })

  it('tries a file without writing anything, and without keeping it', async () => {
    const school = await aSchool()
    const { code, out, err } = await run('--school', school.urn, '--json', OAKFIELD)
    expect([code, err, JSON.parse(out)]).toEqual([
      0,
      '',
      {
        rows: 275,
        pupils: { new: 275, changed: 0, unchanged: 0 },
        problems: [],
        ignored: [],
        applied: false,
      },
    ])
    for (const table of ['pupils', 'register_imports', 'audit_entries', 'classes'])
      expect(await look(`SELECT FROM ${table} WHERE school_id = $1`, [school.id])).toEqual([])
  })

  it('says in words what it found, and leaves bad rows out', async () => {
    const school = await aSchool()
    const file = aFile(
      'bad.csv',
      'UPN,Surname,Forename,DOB,SEN Status\nZ999000124001,Mitchell,Amelia,14/06/2019,K\nA999000124001,Lee,Sam,14/06/2019,S\n',
    )
    const { code, out } = await run('--school', school.urn, file)
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'Dry run, nothing was written: 2 rows, 1 new, 0 changed, 0 unchanged.',
      expect.stringMatching(/^Row 2, SEN Status: S \(statement\) ended in 2018/),
      expect.stringMatching(/^Row 2, UPN: .*check letter/),
      'To import, add --confirm.',
      '',
    ])
  })

  it('refuses with 2 and a sentence, and prints nothing else', async () => {
    const school = await aSchool()
    const refusals: [string[], RegExp][] = [
      [
        ['--school', school.urn, '--json', aFile('no.csv', 'dear,all,hello\n1,2,3\n')],
        /cannot be read as a register/,
      ],
      [
        ['--school', school.urn, '--json', '--confirm', aFile('no.csv', 'dear,all,hello\n1,2,3\n')],
        /cannot be read/,
      ],
      [['--school', school.urn, '--json', path.join(folder, 'missing.csv')], /is not there/],
      [['--school', '123456', OAKFIELD], /no school with the URN 123456/],
      [[OAKFIELD], /Give --school/],
      [['--school', school.urn], /Give one file/],
      [['--school', school.urn, '--everything', OAKFIELD], /--everything/],
    ]
    for (const [words, sentence] of refusals) {
      const { code, out, err } = await run(...words)
      expect([code, out, err.trim()]).toEqual([2, '', expect.stringMatching(sentence)])
    }
    expect(
      await look('SELECT FROM register_imports WHERE school_id = $1 AND content IS NOT NULL', [school.id]),
    ).toEqual([])
  })
})
