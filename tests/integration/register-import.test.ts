import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  answerAsks,
  correctMapping,
  discardImport,
  emptyOldFiles,
  startImport,
} from '@/lib/register-import/commands'
import { confirmImport, importRegister } from '@/lib/register-import/confirm.commands'
import { NEED_CODES } from '@/lib/register-import/need-words.rules'
import { dryRun, listImports, previewRegister, rowsToMend } from '@/lib/register-import/queries'
import { upnProblem } from '@/lib/pupil/upn'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aContact, aCycle, aMember, aPupil, aSchool } from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z') // a Friday in term
const LATER = new Date('2026-11-23T09:00:00Z')

const demo = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../prisma/demo/${name}`, import.meta.url)))
const OAKFIELD = demo('oakfield-primary-register.csv')
const SEAVIEW = demo('seaview-academy-sen-needs.csv')

/** The UPN of the nth pupil of the test, with the check letter that belongs to it. */
function upnOf(n: number): string {
  const body = `999000124${String(n).padStart(3, '0')}`
  return Array.from('ABCDEFGHJKLMNPQRTUVWXYZ', (letter) => letter + body).find(
    (upn) => upnProblem(upn) === null,
  )!
}

const HEADINGS =
  'UPN,Surname,Forename,DOB,Year,Class,SEN Status,SEN Start Date,Need,Parent 1 Name,Parent 1 Email'
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const file = (...rows: string[]) => bytes(HEADINGS, ...rows)
const AMELIA = `${upnOf(1)},Mitchell,Amelia,14/06/2019,3,3B,K,09/10/2025,SLCN,Ann Mitchell,ann@parents.example`
const HARRY = `${upnOf(2)},Kowalski,Harry,27/06/2016,6,6A,N,,,,`
const SAM = `${upnOf(3)},Lee,Sam,20/04/2018,4,4A,E,01/09/2026,ASD,Max Lee,max@parents.example`
const BAD = 'A999000124004,Wrong,Letter,20/04/2018,4,4A,K,,ASD,,'

const counts = (added: number, changed: number, unchanged: number) => ({
  ok: true,
  value: { pupils: { new: added, changed, unchanged } },
})

/** A file that waits for its confirmation. */
async function aDryRun(actor: Actor, content: Uint8Array, at = now) {
  const started = await startImport(actor, content, at)
  if (!started.ok) throw new Error(started.problems[0]?.message)
  const { importId } = started.value
  return { importId, page: await dryRun(actor, importId, at) }
}

/** A dry run that could be read, to look into. */
async function aPreview(actor: Actor, content: Uint8Array) {
  const { importId, page } = await aDryRun(actor, content)
  if (page.stage !== 'dry-run') throw new Error(page.stage)
  return { importId, version: page.version, preview: page.preview }
}

/** Everything an import may write, as text, to see that two moments are the same. */
const registerOf = async (school: { id: string }) =>
  JSON.stringify(
    await Promise.all(
      ['pupils', 'sen_statuses', 'sen_needs', 'contacts', 'pupil_contacts', 'classes', 'cycles'].map(
        (table) =>
          look(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE school_id = $1 ORDER BY id`, [school.id]),
      ),
    ),
  )

const pupilsOf = (school: { id: string }) =>
  look<{ id: string; upn: string; version: number }>(
    'SELECT id, upn, version FROM pupils WHERE school_id = $1 ORDER BY upn',
    [school.id],
  )
const pupilId = async (school: { id: string }, n: number) =>
  (await pupilsOf(school)).find(({ upn }) => upn === upnOf(n))!.id
const statusesOf = async (school: { id: string }, n: number) =>
  look(
    'SELECT status, from_on::text, until_on::text FROM sen_statuses WHERE pupil_id = $1 ORDER BY from_on',
    [await pupilId(school, n)],
  )
const needsOf = async (school: { id: string }, n: number) =>
  look(
    'SELECT code, rank, from_on::text, until_on::text FROM sen_needs WHERE pupil_id = $1 ORDER BY from_on, rank',
    [await pupilId(school, n)],
  )
const parentsOf = async (school: { id: string }, n: number) =>
  look<{ contact_id: string; full_name: string; email: string | null; relationship: string }>(
    `SELECT c.id AS contact_id, c.full_name, c.email, t.relationship FROM pupil_contacts t
     JOIN contacts c ON c.id = t.contact_id WHERE t.pupil_id = $1 ORDER BY t.priority`,
    [await pupilId(school, n)],
  )
const auditOfSchool = (school: { id: string }) =>
  look<{ action: string; pupil_id: string | null; details: Record<string, unknown> | null }>(
    'SELECT action, pupil_id, details FROM audit_entries WHERE school_id = $1 ORDER BY recorded_at, id',
    [school.id],
  )

describe('the samples', () => {
  it.each([
    ['the primary school’s whole roll', OAKFIELD, 275, 275],
    ['the secondary school’s SEN register', SEAVIEW, 320, 251],
  ])(
    '%s comes in without a problem row, and a second time nothing changes',
    async (_, content, rows, pupils) => {
      const school = await aSchool()
      expect(await importRegister(school.senco, content, now)).toEqual({
        ok: true,
        value: {
          rows,
          pupils: { new: pupils, changed: 0, unchanged: 0 },
          problems: [],
          ignored: [],
          applied: true,
        },
      })
      const before = await registerOf(school)
      for (const at of [now, LATER])
        expect(await importRegister(school.senco, content, at)).toMatchObject(counts(0, 0, pupils))
      expect(await registerOf(school)).toBe(before)
    },
  )

  it('are kept as they are written', async () => {
    const school = await aSchool()
    await importRegister(school.senco, OAKFIELD, now)
    const [kwame] = await look<Record<string, unknown>>(
      `SELECT p.given_name, p.family_name, p.date_of_birth::text, p.sex, p.year_group, c.name AS class, p.version
       FROM pupils p JOIN classes c ON c.id = p.class_id WHERE p.school_id = $1 AND p.upn = 'F999000121002'`,
      [school.id],
    )
    expect(kwame).toEqual({
      given_name: 'Kwame',
      family_name: 'Okafor',
      date_of_birth: '2016-05-28',
      sex: 'M',
      year_group: 6,
      class: '6Birch',
      version: 1,
    })
    const [totals] = await look(
      `SELECT (SELECT count(*) FROM sen_statuses WHERE school_id = $1)::int AS statuses,
         (SELECT count(*) FROM pupil_contacts WHERE school_id = $1)::int AS ties`,
      [school.id],
    )
    expect(totals).toEqual({ statuses: 39 + 11, ties: expect.any(Number) as number })
  })
})

describe('an import', () => {
  it('writes nothing of the register until it is confirmed, and then empties the file', async () => {
    const school = await aSchool()
    const before = await registerOf(school)
    const { importId, version, preview } = await aPreview(school.senco, file(AMELIA, HARRY, BAD))
    expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, leftOut: 1 })
    expect(await previewRegister(school.senco, file(AMELIA, HARRY, BAD), now)).toMatchObject({
      value: { pupils: { new: 2, changed: 0, unchanged: 0 }, applied: false },
    })
    expect(await registerOf(school)).toBe(before)
    expect(await confirmImport(school.senco, importId, version, now)).toMatchObject(counts(2, 0, 0))
    expect(
      await look('SELECT content, status, summary, version FROM register_imports WHERE id = $1', [importId]),
    ).toEqual([
      {
        content: null,
        status: 'applied',
        summary: { rows: 3, new: 2, changed: 0, unchanged: 0, leftOut: 1 },
        version: 2,
      },
    ])
    expect(await dryRun(school.senco, importId, now)).toMatchObject({ stage: 'applied', summary: { new: 2 } })
    expect((await auditOfSchool(school)).map(({ action, details }) => [action, details])).toEqual([
      ['register.uploaded', null],
      ['pupil.imported', { importId }],
      ['pupil.imported', { importId }],
      ['register.imported', { rows: 3, new: 2, changed: 0, unchanged: 0, leftOut: 1 }],
    ])
  })

  it('leaves a bad row in the middle out, and says what to mend in a file that can be imported again', async () => {
    const school = await aSchool()
    const { importId, version, preview } = await aPreview(school.senco, file(AMELIA, BAD, SAM))
    expect(preview.problems).toEqual({
      all: 1,
      first: [
        {
          row: 2,
          column: 'UPN',
          found: 'A999000124004',
          message: expect.stringContaining('check letter should be') as string,
        },
      ],
    })
    const mend = await rowsToMend(school.senco, importId, now)
    expect(mend).toContain('What to mend')
    expect(await confirmImport(school.senco, importId, version, now)).toMatchObject(counts(2, 0, 0))
    expect((await pupilsOf(school)).map(({ upn }) => upn)).toEqual([upnOf(1), upnOf(3)].sort())
    const mended = new TextEncoder().encode(mend.replace('A999000124004', upnOf(4)))
    expect(await importRegister(school.senco, mended, now)).toMatchObject(counts(1, 0, 0))
    await expect(rowsToMend(school.senco, importId, now)).rejects.toThrow(NotFound)
  })

  it('closes a status that changed on the day and opens the new, with needs and parents brought up to date', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA, SAM), now)
    const changed = AMELIA.replace(',K,09/10/2025,SLCN', ',E,02/11/2026,ASD').replace('ann@', 'anna@')
    const { preview, importId, version } = await aPreview(school.senco, file(changed, SAM))
    expect(preview.changed.first).toEqual([
      {
        row: 1,
        pupilId: await pupilId(school, 1),
        name: 'Amelia Mitchell',
        closesCycle: null,
        changes: [
          { field: 'status', before: 'sen-support', after: 'ehc-plan' },
          { field: 'statusFrom', before: '2025-10-09', after: '2026-11-02' },
          { field: 'needs', before: 'SLCN', after: 'ASD' },
          {
            field: 'parents',
            before: 'Ann Mitchell, Parent or carer, ann@parents.example',
            after: 'Ann Mitchell, Parent or carer, anna@parents.example',
          },
        ],
      },
    ])
    expect(await confirmImport(school.senco, importId, version, now)).toMatchObject(counts(0, 1, 1))
    expect(await statusesOf(school, 1)).toEqual([
      { status: 'sen-support', from_on: '2025-10-09', until_on: '2026-11-01' },
      { status: 'ehc-plan', from_on: '2026-11-02', until_on: null },
    ])
    expect(await needsOf(school, 1)).toEqual([
      { code: 'SLCN', rank: 1, from_on: '2025-10-09', until_on: '2026-11-19' },
      { code: 'ASD', rank: 1, from_on: '2026-11-20', until_on: null },
    ])
    expect(await parentsOf(school, 1)).toMatchObject([{ email: 'anna@parents.example' }])
    expect((await pupilsOf(school)).map(({ version: each }) => each).sort()).toEqual([1, 2])
    const entries = (await auditOfSchool(school)).filter(({ details }) => details?.importId === importId)
    expect(entries).toEqual([
      {
        action: 'pupil.changed-by-import',
        pupil_id: await pupilId(school, 1),
        details: { importId, fields: ['status', 'statusFrom', 'needs', 'parents'] },
      },
    ])
    expect(await importRegister(school.senco, file(changed, SAM), LATER)).toMatchObject(counts(0, 0, 2))
  })

  it('ends the needs and the open cycle with the support, and brings the needs back with it', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA), now)
    const id = await pupilId(school, 1)
    const cycle = await aCycle({ id, schoolId: school.id }, { number: 2 })
    const none = AMELIA.replace(',K,09/10/2025,SLCN', ',N,,')
    const { preview, importId, version } = await aPreview(school.senco, file(none))
    expect(preview.changed.first).toMatchObject([
      { changes: [{ field: 'status', after: 'none' }], closesCycle: 2 },
    ])
    await confirmImport(school.senco, importId, version, now)
    expect(await statusesOf(school, 1)).toEqual([
      { status: 'sen-support', from_on: '2025-10-09', until_on: '2026-11-20' },
    ])
    expect(await needsOf(school, 1)).toMatchObject([{ code: 'SLCN', until_on: '2026-11-20' }])
    expect(await look('SELECT stage, closed_on::text FROM cycles WHERE id = $1', [cycle.id])).toEqual([
      { stage: 'closed', closed_on: '2026-11-20' },
    ])
    expect(await importRegister(school.senco, file(none), LATER)).toMatchObject(counts(0, 0, 1))
    const again = AMELIA.replace('09/10/2025', '23/11/2026')
    expect(await importRegister(school.senco, file(again), LATER)).toMatchObject(counts(0, 1, 0))
    expect(await needsOf(school, 1)).toMatchObject([
      { code: 'SLCN', until_on: '2026-11-20' },
      { code: 'SLCN', from_on: '2026-11-23', until_on: null },
    ])
    expect(await importRegister(school.senco, file(again), LATER)).toMatchObject(counts(0, 0, 1))
  })

  it('deletes nobody because the file leaves them out', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA, HARRY, SAM), now)
    const before = await registerOf(school)
    expect(await importRegister(school.senco, file(HARRY), now)).toMatchObject(counts(0, 0, 1))
    expect(await registerOf(school)).toBe(before)
  })

  it('keeps nothing at all when one statement fails', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA), now)
    const before = await registerOf(school)
    const { importId, version } = await aPreview(school.senco, file(AMELIA.replace(',K,', ',E,'), SAM))
    // The last of the statements breaks, after every other has been done.
    const refuse = `refuse_${importId.replaceAll('-', '')}`
    await look(
      `CREATE FUNCTION ${refuse}() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF NEW.school_id = '${school.id}' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`,
    )
    await look(
      `CREATE TRIGGER ${refuse} BEFORE INSERT ON pupil_contacts FOR EACH ROW EXECUTE FUNCTION ${refuse}()`,
    )
    await expect(confirmImport(school.senco, importId, version, now)).rejects.toThrow()
    expect(await registerOf(school)).toBe(before)
    expect((await dryRun(school.senco, importId, now)).stage).toBe('dry-run')
    await look(`DROP FUNCTION ${refuse} CASCADE`)
    expect(await confirmImport(school.senco, importId, version, now)).toMatchObject(counts(1, 1, 0))
  })

  it('is applied once when two people confirm it at once, and the other is told', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const { importId, version } = await aPreview(school.senco, file(AMELIA, SAM))
    const both = await Promise.all([
      confirmImport(school.senco, importId, version, now),
      confirmImport(head.actor, importId, version, now),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problems: [
        { field: 'form', message: 'This register has been imported already, so nothing was done again' },
      ],
    })
    expect(await pupilsOf(school)).toHaveLength(2)
  })

  it('makes one pupil of each when two files with the same pupils are confirmed at once', async () => {
    const school = await aSchool()
    const one = await aPreview(school.senco, file(AMELIA, SAM))
    const two = await aPreview(school.senco, file(SAM, AMELIA, HARRY))
    const both = await Promise.all([
      confirmImport(school.senco, one.importId, one.version, now),
      confirmImport(school.senco, two.importId, two.version, now),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await pupilsOf(school)).toHaveLength(3)
  })

  it('applies what is true when it is confirmed, not what was true at the dry run', async () => {
    const school = await aSchool()
    const { importId, version } = await aPreview(school.senco, file(AMELIA, SAM))
    await importRegister(school.senco, file(AMELIA), now)
    expect(await confirmImport(school.senco, importId, version, now)).toMatchObject(counts(1, 0, 1))
  })

  it('needs no more statements for many pupils than for few', async () => {
    let statements = 0
    let counting = false
    onStatement(() => (statements += counting ? 1 : 0))
    const counted = async (school: { senco: Actor }, content: Uint8Array) => {
      const { importId, version } = await aPreview(school.senco, content)
      statements = 0
      counting = true
      await dryRun(school.senco, importId, now)
      const read = statements
      expect(await confirmImport(school.senco, importId, version, now)).toMatchObject({ ok: true })
      counting = false
      return [read, statements - read]
    }
    const moved = (content: Uint8Array) =>
      new TextEncoder().encode(
        new TextDecoder()
          .decode(content)
          .replaceAll('@parents', '@families')
          .replaceAll('SEN Support', 'EHCP'),
      )
    const [small, large] = [await aSchool(), await aSchool()]
    const [few, many] = [file(AMELIA.replace(',K,', ',SEN Support,'), SAM), OAKFIELD]
    expect(await counted(large, many)).toEqual(await counted(small, few))
    expect(await counted(large, moved(many))).toEqual(await counted(small, moved(few)))
  })
})

describe('parents', () => {
  const sibling = `${upnOf(5)},Mitchell,Noah,02/02/2017,5,5B,N,,,Ann Mitchell,ann@parents.example`

  it('are shared by brothers and sisters with one name and one address, now and later', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA, sibling), now)
    const third = sibling.replace(upnOf(5), upnOf(6)).replace('Noah', 'Ida')
    await importRegister(school.senco, file(third), now)
    const ids = await Promise.all([1, 5, 6].map(async (n) => (await parentsOf(school, n))[0]?.contact_id))
    expect(new Set(ids).size).toBe(1)
    const nameless = file(
      AMELIA.replace('ann@parents.example', '').replace(upnOf(1), upnOf(7)).replace('Amelia', 'Al'),
      sibling.replace('ann@parents.example', '').replace(upnOf(5), upnOf(8)).replace('Noah', 'Bo'),
    )
    await importRegister(school.senco, nameless, now)
    expect((await parentsOf(school, 7))[0]?.contact_id).not.toBe((await parentsOf(school, 8))[0]?.contact_id)
  })

  it('are brought up to date for all their children, and rows that disagree stay out', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA, sibling), now)
    const moved = (row: string) => row.replace('ann@', 'anna@')
    const { preview } = await aPreview(school.senco, file(moved(AMELIA), sibling))
    expect(preview.problems.first).toMatchObject([{ row: 1, column: 'Parent 1 Email' }])
    expect(preview.counts).toMatchObject({ changed: 0, unchanged: 1, leftOut: 1 })
    expect(await importRegister(school.senco, file(moved(AMELIA), moved(sibling)), now)).toMatchObject(
      counts(0, 2, 0),
    )
    expect(await parentsOf(school, 5)).toMatchObject([{ email: 'anna@parents.example' }])
    expect(await importRegister(school.senco, file(moved(AMELIA), moved(sibling)), now)).toMatchObject(
      counts(0, 0, 2),
    )
  })

  it('stay as they are where a person here made or changed them, or a court order stands', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA, SAM), now)
    const amelia = { id: await pupilId(school, 1), schoolId: school.id }
    await look('UPDATE contacts SET version = version + 1 WHERE id = $1', [
      (await parentsOf(school, 1))[0]?.contact_id,
    ])
    await aContact(amelia, { fullName: 'Max Mitchell', email: 'max.here@parents.example' })
    const [max] = await parentsOf(school, 3)
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-09-01' WHERE contact_id = $1`, [
      max?.contact_id,
    ])
    const content = bytes(
      `${HEADINGS},Parent 2 Name,Parent 2 Email`,
      `${AMELIA.replace('ann@', 'anna@')},Max Mitchell,max@parents.example`,
      `${SAM.replace('max@', 'max.lee@')},,`,
      // a sister of Sam's: the restricted father is not made her parent without a person's word
      `${SAM.replace(upnOf(3), upnOf(9)).replace('Sam', 'Sue')},,`,
    )
    expect(await importRegister(school.senco, content, now)).toMatchObject(counts(1, 0, 2))
    expect((await parentsOf(school, 1)).map(({ email }) => email)).toEqual([
      'ann@parents.example',
      'max.here@parents.example',
    ])
    expect(await parentsOf(school, 3)).toMatchObject([{ email: 'max@parents.example' }])
    expect((await parentsOf(school, 9))[0]?.contact_id).not.toBe(max?.contact_id)
  })
})

describe('a row that may be a pupil we know', () => {
  const withoutUpn = AMELIA.replace(upnOf(1), '').replace('3B', '3C')

  it('is asked about, stays out until it is answered, and is applied as answered', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA), now)
    const id = await pupilId(school, 1)
    const { importId, version, preview } = await aPreview(school.senco, file(withoutUpn, SAM))
    expect(preview.asks.first).toMatchObject([
      {
        row: 1,
        name: 'Amelia Mitchell',
        answer: null,
        candidates: [{ pupilId: id, changes: [{ field: 'className', before: '3B', after: '3C' }] }],
      },
    ])
    expect(preview.counts).toEqual({ new: 1, changed: 0, unchanged: 0, leftOut: 1 })
    await answerAsks(school.senco, importId, version, { 1: id }, now)
    const answered = await dryRun(school.senco, importId, now)
    expect(answered).toMatchObject({
      version: version + 1,
      preview: { counts: { new: 1, changed: 1, leftOut: 0 }, asks: { first: [{ answer: id }] } },
    })
    await expect(confirmImport(school.senco, importId, version, now)).rejects.toThrow(ChangedElsewhere)
    expect(await confirmImport(school.senco, importId, version + 1, now)).toMatchObject(counts(1, 1, 0))
    expect(await pupilsOf(school)).toHaveLength(2)
  })

  it('is somebody new where a person says so; an answer that names another pupil is not believed', async () => {
    const school = await aSchool()
    await importRegister(school.senco, file(AMELIA), now)
    const stranger = await aPupil(school)
    const { importId } = await aPreview(school.senco, file(withoutUpn))
    await answerAsks(school.senco, importId, 1, { 1: stranger.id }, now)
    expect(await dryRun(school.senco, importId, now)).toMatchObject({ preview: { counts: { leftOut: 1 } } })
    await answerAsks(school.senco, importId, 2, { 1: 'new' }, now)
    expect(await confirmImport(school.senco, importId, 3, now)).toMatchObject(counts(1, 0, 0))
  })
})

describe('a mapping', () => {
  const strange = (status = 'K') =>
    bytes('Code,Naam,Voornaam,Geboren,Groep', `${upnOf(1)},Mitchell,Amelia,14/06/2019,${status}`)
  const chosen = { 0: 'upn', 1: 'familyName', 2: 'givenName', 3: 'dateOfBirth', 4: 'status' } as const

  it('is put right on the page and remembered for files with the same headings', async () => {
    const school = await aSchool()
    const { importId, page } = await aDryRun(school.senco, strange())
    expect(page).toMatchObject({
      stage: 'unreadable',
      columns: [{ header: 'Code', concept: null }, {}, {}, {}, {}],
    })
    expect(await correctMapping(school.senco, importId, 1, { ...chosen, 4: 'upn' }, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'columns.4' }],
    })
    expect(await correctMapping(school.senco, importId, 1, chosen, now)).toEqual({ ok: true, value: null })
    expect(await dryRun(school.senco, importId, now)).toMatchObject({ stage: 'dry-run', version: 2 })
    await expect(correctMapping(school.senco, importId, 1, chosen, now)).rejects.toThrow(ChangedElsewhere)
    expect(await confirmImport(school.senco, importId, 2, now)).toMatchObject(counts(1, 0, 0))
    expect(await statusesOf(school, 1)).toMatchObject([{ status: 'sen-support' }])
    expect(await importRegister(school.senco, strange('E'), LATER)).toMatchObject(counts(0, 1, 0))
    const elsewhere = await aSchool()
    expect((await aDryRun(elsewhere.senco, strange())).page.stage).toBe('unreadable')
    expect(await importRegister(elsewhere.senco, strange(), now)).toMatchObject({ ok: false })
    expect(
      await look('SELECT FROM register_imports WHERE school_id = $1 AND status = $2', [
        elsewhere.id,
        'discarded',
      ]),
    ).toHaveLength(1)
  })

  it('can say that a column is not used', async () => {
    const school = await aSchool()
    const { importId } = await aDryRun(school.senco, file(AMELIA))
    const all = ['upn', 'familyName', 'givenName', 'dateOfBirth', 'yearGroup', 'className'] as const
    await correctMapping(
      school.senco,
      importId,
      1,
      Object.fromEntries(all.map((each, at) => [at, each])),
      now,
    )
    expect(await confirmImport(school.senco, importId, 2, now)).toMatchObject(counts(1, 0, 0))
    expect([await statusesOf(school, 1), await parentsOf(school, 1)]).toEqual([[], []])
  })

  it('never takes a review date from the file: it is agreed in the plan', async () => {
    const school = await aSchool()
    const content = bytes(`${HEADINGS},Next Review Date`, `${AMELIA},01/02/2027`)
    const { preview } = await aPreview(school.senco, content)
    expect(preview.columns.filter(({ isUsed }) => !isUsed)).toMatchObject([{ header: 'Next Review Date' }])
  })
})

describe('a file', () => {
  it('that is no register is refused in a sentence and not kept', async () => {
    const school = await aSchool()
    for (const content of [bytes(''), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), bytes('Hello,', 'world')])
      expect(await startImport(school.senco, content, now)).toMatchObject({
        ok: false,
        problems: [{ field: 'file' }],
      })
    expect(await listImports(school.senco)).toEqual([])
  })

  it('can be put away, and one that nobody confirmed for a day is emptied', async () => {
    const school = await aSchool()
    const away = await aDryRun(school.senco, file(AMELIA))
    expect(await discardImport(school.senco, away.importId, 1, now)).toEqual({ ok: true, value: null })
    expect(await confirmImport(school.senco, away.importId, 2, now)).toMatchObject({
      ok: false,
      problems: [{ message: 'This file is no longer kept. Upload it again' }],
    })
    const old = await aDryRun(school.senco, file(SAM))
    const dayAfter = new Date(now.getTime() + 24 * 60 * 60 * 1000)
    expect(await emptyOldFiles(school.senco, dayAfter)).toEqual({ emptied: 0 })
    expect(await emptyOldFiles(school.senco, new Date(dayAfter.getTime() + 1))).toEqual({ emptied: 1 })
    expect((await dryRun(school.senco, old.importId, now)).stage).toBe('discarded')
    expect(
      await look('SELECT FROM register_imports WHERE school_id = $1 AND content IS NOT NULL', [school.id]),
    ).toEqual([])
    expect((await listImports(school.senco)).map(({ status }) => status)).toEqual(['discarded', 'discarded'])
  })
})

describe('who may bring a register', () => {
  async function theRest(school: { id: string }) {
    const elm = await aSchool()
    const roles = ['class-teacher', 'teaching-assistant', 'governor', 'parent'] as const
    const members = await Promise.all(roles.map((role) => aMember(school, role)))
    return { elm, members: members.map(({ actor }) => actor) }
  }

  it('is the SENCO or the headteacher; to everyone else it is not there', async () => {
    const school = await aSchool()
    const { importId } = await aDryRun(school.senco, file(AMELIA))
    const { elm, members } = await theRest(school)
    for (const actor of members) {
      await expect(dryRun(actor, importId, now)).rejects.toThrow(NotFound)
      await expect(listImports(actor)).rejects.toThrow(NotFound)
      await expect(rowsToMend(actor, importId, now)).rejects.toThrow(NotFound)
      await expect(previewRegister(actor, file(AMELIA), now)).rejects.toThrow(NotFound)
      await expect(startImport(actor, file(AMELIA), now)).rejects.toThrow(NotAllowed)
      await expect(correctMapping(actor, importId, 1, {}, now)).rejects.toThrow(NotAllowed)
      await expect(answerAsks(actor, importId, 1, {}, now)).rejects.toThrow(NotAllowed)
      await expect(confirmImport(actor, importId, 1, now)).rejects.toThrow(NotAllowed)
      await expect(discardImport(actor, importId, 1, now)).rejects.toThrow(NotAllowed)
      await expect(emptyOldFiles(actor, now)).rejects.toThrow(NotAllowed)
    }
    await expect(dryRun(elm.senco, importId, now)).rejects.toThrow(NotFound)
    await expect(rowsToMend(elm.senco, importId, now)).rejects.toThrow(NotFound)
    await expect(confirmImport(elm.senco, importId, 1, now)).rejects.toThrow(NotFound)
    await expect(correctMapping(elm.senco, importId, 1, {}, now)).rejects.toThrow(NotFound)
    await expect(discardImport(elm.senco, importId, 1, now)).rejects.toThrow(NotFound)
    expect(await listImports(elm.senco)).toEqual([])
    const head = await aMember(school, 'headteacher')
    expect(await confirmImport(head.actor, importId, 1, now)).toMatchObject(counts(1, 0, 0))
  })

  it('is refused by Postgres itself, were the rooms to forget to ask', async () => {
    const school = await aSchool()
    const { importId } = await aDryRun(school.senco, file(AMELIA))
    const { elm, members } = await theRest(school)
    const pretending = [...members, { ...elm.senco, schoolId: school.id }].map(
      ({ membershipId, schoolId }): Actor => ({ membershipId, schoolId, role: 'senco' }),
    )
    for (const actor of pretending) {
      await expect(dryRun(actor, importId, now)).rejects.toThrow(NotFound)
      await expect(confirmImport(actor, importId, 1, now)).rejects.toThrow(NotFound)
      await expect(startImport(actor, file(AMELIA), now)).rejects.toThrow()
    }
    expect(await pupilsOf(school)).toEqual([])
  })
})

it('the need codes of the rules are those of the database, from the same days', async () => {
  const rows = await look(
    'SELECT code, valid_from::text AS "validFrom" FROM need_types WHERE valid_to IS NULL ORDER BY code',
  )
  expect(rows).toEqual([...NEED_CODES].sort((one, other) => (one.code < other.code ? -1 : 1)))
})

it('a pupil made here by hand is found by UPN', async () => {
  const school = await aSchool()
  await insert('pupils', {
    school_id: school.id,
    id: newId(),
    upn: upnOf(1),
    given_name: 'Amelia',
    family_name: 'Mitchell',
    date_of_birth: '2019-06-14',
  })
  expect(await importRegister(school.senco, file(AMELIA), now)).toMatchObject(counts(0, 1, 0))
})
