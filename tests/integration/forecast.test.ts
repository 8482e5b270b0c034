import { describe, expect, it } from 'vitest'
import { getForecast } from '@/lib/forecast/queries'
import { counted, longGaps, stillNeeding } from '@/lib/forecast/rules'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aMeeting,
  aMember,
  aPupil,
  aSchool,
  aTeacherOf,
  type TestSchool,
} from '@/tests/factories'

const now = new Date('2027-03-16T09:00:00Z')

async function aFamily(
  school: TestSchool,
  meetings: readonly { on: string; status?: 'held' | 'booked' }[],
  over: Parameters<typeof aPupil>[1] = {},
) {
  const pupil = await aPupil(school, over)
  const mother = await aContact(pupil)
  for (const { on, status = 'held' } of meetings)
    await aMeeting(pupil, { heldOn: on, status, parents: [mother], ledById: school.sencoMember.id })
  return pupil
}

describe('the forecast', () => {
  it('says today, as booked and with nothing more, until when, and what would come of meetings thought of', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const behind = await aFamily(school, [{ on: '2026-10-14' }], { familyName: 'Bello' })
    await aFamily(school, [
      { on: '2026-10-14' },
      { on: '2027-02-03' },
      { on: '2027-06-09', status: 'booked' },
    ])
    await aFamily(school, [{ on: '2026-05-12' }], { familyName: 'Clarke' })
    await aFamily(await aSchool(), [{ on: '2026-10-14' }])
    const query = { whose: 'chosen', by: '2027-03-25', hold: [behind.id], booked: 'yes' }
    for (const actor of [school.senco, head.actor]) {
      const page = await getForecast(actor, query, now)
      expect(counted(page.pupils)).toHaveLength(3)
      expect(page.headings.today).toMatchObject({ 'on-track': 1, 'at-risk': 2 })
      expect(page.headings.asBooked).toMatchObject({ met: 1, 'not-met': 2 })
      expect(page.headings.asHeld).toMatchObject({ 'not-met': 3 })
      expect(
        stillNeeding(page.pupils).map(({ line, last, bookedOn }) => [line.name, last, bookedOn]),
      ).toEqual([
        ['Clarke, Amira', { needed: 3, by: '2027-07-19' }, []],
        ['Bello, Amira', { needed: 2, by: '2027-07-20' }, []],
        ['Khan, Amira', { needed: 1, by: '2027-07-21' }, ['2027-06-09']],
      ])
      expect(longGaps(page.pupils).map(({ line, gap }) => [line.name, gap.since])).toEqual([
        ['Clarke, Amira', '2026-05-12'],
        ['Bello, Amira', '2026-10-14'],
      ])
      expect(page.burnUp.ahead).toEqual([{ on: '2027-06-09', total: 4 }])
      expect(page.days.map(({ on }) => on)).toEqual(['2027-03-25', '2027-07-07', '2027-07-21'])
      expect(page.answer).toMatchObject({ pupils: 1, meetings: 1, remainedWithout: 2 })
      expect(page.answer?.remaining.map(({ pupil }) => pupil.line.name)).toEqual(['Clarke, Amira'])
    }
    expect((await getForecast(school.senco, {}, now)).answer).toBeNull()
  })

  it('is for the SENCO and the headteacher: nobody else sees a name in it', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aFamily(school, [{ on: '2026-10-14' }], { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    for (const actor of [teacher.actor, assistant.actor, governor.actor, mother.actor])
      await expect(getForecast(actor, {}, now)).rejects.toThrow(NotFound)
    const elm = await aSchool()
    const forged: Actor = { ...elm.senco, schoolId: school.id }
    const seen = await getForecast(forged, {}, now).then(
      ({ pupils }) => pupils,
      () => [],
    )
    expect(seen).toEqual([])
    // A pupil of another school, named in the address, is nobody here.
    const { answer } = await getForecast(
      elm.senco,
      { whose: 'chosen', by: '2027-07-07', hold: [pupil.id] },
      now,
    )
    expect(answer).toMatchObject({ pupils: 0, meetings: 0, remaining: [] })
  })

  it('takes as many statements for many pupils as for one', async () => {
    const school = await aSchool()
    await aFamily(school, [{ on: '2026-10-14' }])
    const sent: string[] = []
    onStatement((sql) => sent.push(sql))
    const count = async () => {
      sent.length = 0
      await getForecast(school.senco, { whose: 'needing', by: '2027-07-07' }, now)
      return sent.length
    }
    const one = await count()
    for (let more = 0; more < 4; more++) await aFamily(school, [{ on: '2026-10-14' }, { on: '2027-02-03' }])
    expect(await count()).toBe(one)
    expect(one).toBeLessThanOrEqual(9)
  })
})
