import { describe, expect, it } from 'vitest'
import { addEntry, addStartingSet, changeEntry, offerEntry } from '@/lib/catalogue/commands'
import { addForm, offerForm } from '@/lib/catalogue/forms.commands'
import { getEntry, getEntryToWrite, listCatalogue } from '@/lib/catalogue/queries'
import { prefillOf } from '@/lib/catalogue/rules'
import { catalogueForm } from '@/lib/catalogue/schema'
import { STARTING_SET } from '@/lib/catalogue/starting-set.rules'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { addProvision } from '@/lib/provision/commands'
import { getProvision } from '@/lib/provision/queries'
import { provisionForm } from '@/lib/provision/schema'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const typed = { name: 'Talking group', form: 'Small-group work', wave: 'targeted', additional: 'additional' }
const entry = (over: object = {}) =>
  catalogueForm.parse({ ...typed, minutes: '30', steps: 'Say hello', ...over })

const anEntry = async (school: Awaited<ReturnType<typeof aSchool>>, over: object = {}) => {
  const added = await addEntry(school.senco, entry(over), now)
  if (!added.ok) throw new Error('refused')
  return added.value.entryId
}

describe('the catalogue', () => {
  it('is written by the SENCO, once under a name, and read by all staff', async () => {
    const school = await aSchool()
    const id = await anEntry(school)
    expect(await addEntry(school.senco, entry({ name: 'talking GROUP' }), now)).toMatchObject({
      ok: false,
      problems: [{ field: 'name' }],
    })
    expect(
      await addEntry(school.senco, entry({ name: 'Other', form: 'Nothing like it' }), now),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'form' }],
    })
    const assistant = await aMember(school, 'teaching-assistant')
    expect((await getEntry(assistant.actor, id)).entry).toMatchObject({
      name: 'Talking group',
      steps: 'Say hello',
    })
    expect(await auditOf(school)).toEqual(['catalogue.added'])
  })

  it('is changed by one person at a time, and what is retired is offered no longer and can come back', async () => {
    const school = await aSchool()
    const id = await anEntry(school)
    expect(await changeEntry(school.senco, id, 1, entry({ minutes: '20' }), now)).toEqual({
      ok: true,
      value: null,
    })
    await expect(changeEntry(school.senco, id, 1, entry(), now)).rejects.toThrow(ChangedElsewhere)
    await offerEntry(school.senco, id, { version: 2, isOffered: false }, now)
    expect((await listCatalogue(school.senco)).entries).toMatchObject([
      { retiredOn: '2026-11-20', minutes: 20 },
    ])
    const twin = await anEntry(school)
    expect(await offerEntry(school.senco, id, { version: 3, isOffered: true }, now)).toMatchObject({
      ok: false,
    })
    await offerEntry(school.senco, twin, { version: 1, isOffered: false }, now)
    expect(await offerEntry(school.senco, id, { version: 3, isOffered: true }, now)).toEqual({
      ok: true,
      value: null,
    })
    expect((await auditOf(school)).sort()).toEqual(
      [
        ...['catalogue.added', 'catalogue.added', 'catalogue.changed'],
        ...['catalogue.offered-again', 'catalogue.retired', 'catalogue.retired'],
      ].sort(),
    )
  })

  it('begins with the starting set, which leaves alone what is there', async () => {
    const school = await aSchool()
    const own = await anEntry(school, { name: 'Precision teaching', minutes: '12' })
    const [first, second] = await Promise.all([
      addStartingSet(school.senco, now),
      addStartingSet(school.senco, now),
    ])
    expect([first, second].map((done) => done.ok && done.value.added).sort()).toEqual([
      0,
      STARTING_SET.length - 1,
    ])
    const { entries } = await listCatalogue(school.senco)
    expect(entries).toHaveLength(STARTING_SET.length)
    expect(entries.find(({ id }) => id === own)?.minutes).toBe(12)
  })

  it('has the school’s own forms of support, and leaves out what it retires (P47)', async () => {
    const school = await aSchool()
    await addForm(school.senco, { name: 'Forest school' }, now)
    expect(await addForm(school.senco, { name: 'forest School' }, now)).toMatchObject({ ok: false })
    expect(await addForm(school.senco, { name: 'technology' }, now)).toMatchObject({ ok: false })
    await offerForm(school.senco, 'Technology', false, now)
    expect(await offerForm(school.senco, 'Personal care', false, now)).toMatchObject({ ok: false })
    await expect(offerForm(school.senco, 'Sailing', false, now)).rejects.toThrow(NotFound)
    const { forms } = await getEntryToWrite(school.senco, null)
    expect(forms).toContain('Forest school')
    expect(forms).toContain('Personal care')
    expect(forms).not.toContain('Technology')
    await offerForm(school.senco, 'Technology', true, now)
    expect((await getEntryToWrite(school.senco, null)).forms).toContain('Technology')
  })

  it('is nobody else’s to write, and not there for families, governors and other schools', async () => {
    const school = await aSchool()
    const id = await anEntry(school)
    const teacher = (await aMember(school, 'class-teacher')).actor
    for (const act of [
      () => addEntry(teacher, entry({ name: 'Mine' }), now),
      () => changeEntry(teacher, id, 1, entry(), now),
      () => offerEntry(teacher, id, { version: 1, isOffered: false }, now),
      () => addStartingSet(teacher, now),
      () => addForm(teacher, { name: 'Mine' }, now),
      () => offerForm(teacher, 'Technology', false, now),
    ])
      await expect((async () => act())()).rejects.toThrow(NotAllowed)
    const parent = (await aContact(await aPupil(school), { withAccount: true })).actor
    const governor = (await aMember(school, 'governor')).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [parent, governor])
      await expect((async () => listCatalogue(actor))()).rejects.toThrow(NotFound)
    for (const actor of [parent, governor, elm])
      await expect((async () => getEntry(actor, id))()).rejects.toThrow(NotFound)
    await expect(changeEntry(elm, id, 1, entry(), now)).rejects.toThrow(NotFound)
    expect((await listCatalogue(elm)).entries).toEqual([])
  })
})

describe('a provision from the catalogue', () => {
  const aDraft = async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const cycle = await aCycle(pupil, { stage: 'plan', activatedOn: null, reviewDue: null, shared: false })
    const outcome = await anOutcome(cycle, { shared: false })
    return { school, pupil, teacher, cycle, outcome }
  }

  it('takes what the entry says, and keeps it when the entry changes', async () => {
    const { school, pupil, teacher, cycle, outcome } = await aDraft()
    const id = await anEntry(school, { perWeek: '3', groupSize: '4' })
    const place = { pupilId: pupil.id, cycleId: cycle.id }
    const page = await getProvision(teacher.actor, place, null, now)
    const chosen = page.entries.find((one) => one.id === id)!
    const filled = Object.fromEntries(
      Object.entries(prefillOf(chosen)).map(([name, value]) => [name, String(value)]),
    )
    const form = provisionForm.parse({ ...filled, outcomeIds: [outcome.id] })
    const added = await addProvision(teacher.actor, cycle.id, form, now)
    await changeEntry(school.senco, id, 1, entry({ name: 'Something else', minutes: '5' }), now)
    await offerEntry(school.senco, id, { version: 2, isOffered: false }, now)
    const again = await getProvision(teacher.actor, place, added.ok ? added.value.provisionId : null, now)
    expect(again.provision).toMatchObject({
      ...{ what: 'Talking group', form: 'Small-group work', wave: 'targeted', additional: true },
      ...{ minutes: 30, perWeek: 3, groupSize: 4, catalogueEntryId: id, fromOutside: false },
    })
    // Retired, it is offered to no other plan.
    expect((await getProvision(teacher.actor, place, null, now)).entries).toEqual([])
  })

  it('never refuses free text, and passes over an entry of another school', async () => {
    const { teacher, cycle, school } = await aDraft()
    const foreign = await anEntry(await aSchool({ name: 'Elm Road' }))
    const form = provisionForm.parse({
      ...{ what: 'Sits beside Ben', form: 'A kind nobody listed', catalogueEntryId: foreign },
      ...{ equipment: 'Writing slope', inPlaceOn: { day: '9', month: '11', year: '2026' } },
      ...{ deliverer: 'Speech therapist', fromOutside: 'yes', additional: 'ordinary' },
    })
    expect(await addProvision(teacher.actor, cycle.id, form, now)).toMatchObject({ ok: true })
    expect(await addProvision(teacher.actor, cycle.id, form, now)).toMatchObject({ ok: true })
    expect(
      await look(
        'SELECT what, form, catalogue_entry_id, equipment, in_place_on::text, from_outside, additional, care FROM provisions WHERE school_id = $1',
        [school.id],
      ),
    ).toEqual([
      {
        ...{ what: 'Sits beside Ben', form: 'A kind nobody listed', catalogue_entry_id: null, care: false },
        ...{ equipment: 'Writing slope', in_place_on: '2026-11-09', from_outside: true, additional: false },
      },
    ])
  })
})
