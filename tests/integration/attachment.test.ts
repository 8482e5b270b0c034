import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { attachFile } from '@/lib/attachment/commands'
import { openAttachment } from '@/lib/attachment/queries'
import { attachmentsOf } from '@/lib/attachment/reads'
import { correctDoNote } from '@/lib/do-note/commands'
import { newsFromSchool } from '@/lib/family/shared.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { aPdf, aPhoto, aWordDocument } from '@/tests/factories/files'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T15:20:00Z')
const text = (words: string) => new TextEncoder().encode(words)

async function aNote({ shared = true } = {}) {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil)
  const provision = await aProvision(cycle, [await anOutcome(cycle)])
  const note = await aDoNote(cycle, assistant, { shared, provisionId: provision.id })
  const owner = { doNoteId: note.id }
  return { school, pupil, teacher, assistant, mother, cycle, provision, note, owner }
}

const file = (bytes: Uint8Array, over: { title?: string; name?: string; formKey?: string } = {}) => ({
  ...{ bytes, title: 'Her story', name: 'IMG_0042.jpg', formKey: newId() },
  ...over,
})

const idOf = (outcome: Awaited<ReturnType<typeof attachFile>>) => {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
  return outcome.value.attachmentId
}

const theNote = {
  ...{
    formKey: newId(),
    delivered: 'given' as const,
    reason: null,
    minutes: null,
    givenBy: null,
    observation: 'Read',
  },
  ...{ outcomeId: null, measured: null, happenedOn: isoDate('2026-11-18') },
} as const

const kept = (school: { id: string }) => look('SELECT id FROM attachments WHERE school_id = $1', [school.id])

describe('attachFile', () => {
  it('draws a photo anew, turned as it was held: where it was taken and by what is gone', async () => {
    const { school, pupil, assistant, owner } = await aNote()
    const photo = await aPhoto()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    expect(Buffer.from(photo).includes('Telephone')).toBe(true)
    const id = idOf(await attachFile(assistant.actor, pupil.id, owner, file(photo), now))
    const opened = await openAttachment(assistant.actor, { pupilId: pupil.id, attachmentId: id }, now)
    const about = await sharp(opened.bytes).metadata()
    expect([about.exif, about.xmp, about.iptc, about.format]).toEqual([
      undefined,
      undefined,
      undefined,
      'jpeg',
    ])
    expect([about.width, about.height]).toEqual([40, 60])
    expect(Buffer.from(opened.bytes).includes('Telephone')).toBe(false)
    expect(await auditOf(school)).toEqual(['attachment.added', 'attachment.opened'])
  })

  it('keeps nothing that was hidden behind the photo', async () => {
    const { pupil, assistant, owner } = await aNote()
    const polyglot = new Uint8Array([...(await aPhoto()), ...text('<script>alert(1)</script><html>')])
    const id = idOf(await attachFile(assistant.actor, pupil.id, owner, file(polyglot), now))
    const { bytes } = await openAttachment(assistant.actor, { pupilId: pupil.id, attachmentId: id }, now)
    expect(Buffer.from(bytes).includes('script')).toBe(false)
  })

  it.each([
    [
      'a page of HTML named .jpg',
      text('<!doctype html><html><script>alert(1)</script></html>'),
      /must be a photo/,
    ],
    [
      'a picture that can run, SVG',
      text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /must be a photo/,
    ],
    [
      'an iPhone’s own photo',
      new Uint8Array([0, 0, 0, 24, ...text('ftypheic'), 0, 0, 0, 0, ...text('mif1heic')]),
      /iPhone/,
    ],
    [
      'the beginning of a photo and no more',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...text('JFIF')]),
      /could not be opened/,
    ],
    ['a photo of 10,000 by 10,000 points', null, /could not be opened/],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), /smaller than 10 MB/],
  ])('refuses %s, says what to do and keeps nothing', async (_what, bytes, sentence) => {
    const { school, pupil, assistant, owner } = await aNote()
    const huge = { create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } } as const
    const given = bytes ?? new Uint8Array(await sharp(huge).png({ compressionLevel: 1 }).toBuffer())
    const outcome = await attachFile(assistant.actor, pupil.id, owner, file(given), now)
    expect(outcome.ok ? '' : outcome.problems[0]?.message).toMatch(sentence)
    expect([await kept(school), await auditOf(school)]).toEqual([[], []])
  })

  it('takes a PDF and a Word document as they are', async () => {
    const { pupil, teacher, owner } = await aNote()
    for (const [bytes, kind] of [
      [aPdf(), 'pdf'],
      [aWordDocument(), 'docx'],
    ] as const) {
      const id = idOf(await attachFile(teacher.actor, pupil.id, owner, file(bytes, { title: '' }), now))
      expect(await openAttachment(teacher.actor, { pupilId: pupil.id, attachmentId: id }, now)).toEqual({
        ...{ title: 'IMG_0042.jpg', kind, bytes },
      })
    }
  })

  it('attaches once for two clicks', async () => {
    const { school, pupil, assistant, owner } = await aNote()
    const one = file(aPdf())
    const both = await Promise.all([1, 2].map(() => attachFile(assistant.actor, pupil.id, owner, one, now)))
    expect(both[0]).toEqual(both[1])
    expect(await kept(school)).toHaveLength(1)
  })

  it('hangs on a source of the assessment as well', async () => {
    const { school, pupil, teacher, mother, cycle } = await aNote()
    const sourceId = newId()
    await insert('assessment_sources', {
      ...{ school_id: school.id, id: sourceId, pupil_id: pupil.id, cycle_id: cycle.id, kind: 'parent' },
      ...{ said_by: 'Her father', said_on: '2026-10-01', words: 'A letter', written_by_id: teacher.id },
    })
    const id = idOf(await attachFile(teacher.actor, pupil.id, { sourceId }, file(aPdf()), now))
    expect(await asActor(teacher.actor, (tx) => attachmentsOf(tx, { sourceId }))).toMatchObject([
      { id, kind: 'pdf' },
    ])
    await expect(openAttachment(mother.actor, { pupilId: pupil.id, attachmentId: id }, now)).rejects.toThrow(
      NotFound,
    )
  })

  it('is there for nobody but those who teach or support the pupil, and hangs on no other pupil’s note', async () => {
    const { school, pupil, mother, owner } = await aNote()
    const other = await aNote()
    const stranger = await aMember(school, 'class-teacher')
    for (const actor of [stranger.actor, other.school.senco, (await aMember(school, 'governor')).actor])
      await expect(attachFile(actor, pupil.id, owner, file(aPdf()), now)).rejects.toThrow(NotFound)
    await expect(attachFile(mother.actor, pupil.id, owner, file(aPdf()), now)).rejects.toThrow(
      /attach a file/,
    )
    await expect(attachFile(school.senco, pupil.id, other.owner, file(aPdf()), now)).rejects.toThrow(NotFound)
    expect(await kept(school)).toEqual([])
  })
})

describe('openAttachment', () => {
  it('is as its note: staff of the pupil, and parents only where the note is shared', async () => {
    const { school, pupil, teacher, mother, note, cycle, provision, owner } = await aNote()
    const restricted = await aContact(pupil, {
      withAccount: true,
      restrictedFrom: '2025-01-01',
      fullName: 'Sam Khan',
    })
    const id = idOf(await attachFile(teacher.actor, pupil.id, owner, file(aPdf()), now))
    const place = { pupilId: pupil.id, attachmentId: id }
    const elm = await aNote()
    const outsiders: Actor[] = [
      restricted.actor,
      elm.school.senco,
      elm.mother.actor,
      { ...elm.school.senco, schoolId: school.id },
      (await aMember(school, 'teaching-assistant')).actor,
      (await aMember(school, 'governor')).actor,
    ]
    for (const actor of outsiders) await expect(openAttachment(actor, place, now)).rejects.toThrow(NotFound)
    for (const actor of [teacher.actor, school.senco, mother.actor])
      expect((await openAttachment(actor, place, now)).kind).toBe('pdf')
    expect(await asActor(mother.actor, (tx) => newsFromSchool(tx, pupil.id, 5))).toMatchObject([
      { files: [{ id, title: 'Her story', kind: 'pdf' }] },
    ])
    // The other pupil’s address does not open it either.
    await expect(openAttachment(school.senco, { ...place, pupilId: elm.pupil.id }, now)).rejects.toThrow(
      NotFound,
    )
    await expect(openAttachment(school.senco, { ...place, attachmentId: 'x' }, now)).rejects.toThrow(NotFound)

    const forStaff = { ...theNote, about: provision.id, audience: 'staff', why: 'For staff' } as const
    await correctDoNote(school.senco, { cycleId: cycle.id, doNoteId: note.id, version: 1 }, forStaff, now)
    await expect(openAttachment(mother.actor, place, now)).rejects.toThrow(NotFound)
    expect(await asActor(mother.actor, (tx) => tx.attachmentContent.count())).toBe(0)
    expect((await openAttachment(teacher.actor, place, now)).kind).toBe('pdf')
  })

  it('keeps what hangs on personal care for those who give it', async () => {
    const { pupil, teacher, school, provision, owner } = await aNote()
    const id = idOf(await attachFile(teacher.actor, pupil.id, owner, file(aPdf()), now))
    await look(`UPDATE provisions SET care = true WHERE id = $1 RETURNING id`, [provision.id])
    const place = { pupilId: pupil.id, attachmentId: id }
    await expect(openAttachment(teacher.actor, place, now)).rejects.toThrow(NotFound)
    expect((await openAttachment(school.senco, place, now)).kind).toBe('pdf')
  })
})

describe('with FILES_DIR set', () => {
  let folder: string | undefined
  afterEach(async () => {
    vi.restoreAllMocks()
    delete env().FILES_DIR
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  it('keeps files on disk under random names for the app alone, and leaves none behind where it is refused', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'files-'))
    env().FILES_DIR = folder
    const { school, pupil, teacher, owner } = await aNote()
    const id = idOf(await attachFile(teacher.actor, pupil.id, owner, file(aPdf()), now))
    const names = async () =>
      (await readdir(folder!, { recursive: true })).filter((name) => name.includes(path.sep))
    const [name] = await names()
    expect(path.basename(name ?? '')).toMatch(/^[0-9a-f]{64}$/)
    expect(((await stat(path.join(folder, name ?? ''))).mode & 0o777).toString(8)).toBe('600')
    expect(
      await look('SELECT attachment_id FROM attachment_contents WHERE school_id = $1', [school.id]),
    ).toEqual([])
    expect((await openAttachment(teacher.actor, { pupilId: pupil.id, attachmentId: id }, now)).bytes).toEqual(
      aPdf(),
    )
    const again = file(aPdf())
    await attachFile(teacher.actor, pupil.id, owner, again, now)
    await attachFile(teacher.actor, pupil.id, owner, again, now)
    expect(await names()).toHaveLength(2)
  })
})
