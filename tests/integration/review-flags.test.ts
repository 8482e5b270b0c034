import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getToday } from '@/lib/flag/queries'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { getPupilPage } from '@/lib/pupil/queries'
import { recordReview } from '@/lib/review/commands'
import { getReview } from '@/lib/review/queries'
import type { OutcomeRating } from '@/lib/review/decision.rules'
import type { ReviewForm } from '@/lib/review/schema'
import { recordSpecialist } from '@/lib/specialist/commands'
import { aCycle, anOutcome, aPupil } from '@/tests/factories'
import { aFamily } from '@/tests/factories/family'
import { look } from '@/tests/factories/insert'
import { aReviewForm } from '@/tests/factories/review'

const december = new Date('2026-12-07T09:00:00Z')
const march = new Date('2027-03-15T09:00:00Z')

type Family = Awaited<ReturnType<typeof aFamily>>

/** A reviewed cycle, each outcome with the rating given; the next one is open and in force. */
async function reviewed(
  { school, teacher, pupil }: Family,
  ratings: OutcomeRating[],
  over: Partial<ReviewForm> & { cycleId?: string; now?: Date } = {},
) {
  const { cycleId, now = december, ...form } = over
  const cycle = { ...(await (cycleId ? null : aCycle(pupil, { responsibleId: teacher.id }))) }
  const id = cycleId ?? cycle.id ?? ''
  const own = { id, pupilId: pupil.id, schoolId: school.id }
  await look(`UPDATE outcomes SET removed_at = now() WHERE cycle_id = $1 RETURNING id`, [id])
  const outcomes: Record<string, OutcomeRating> = {}
  for (const [place, rating] of ratings.entries())
    outcomes[(await anOutcome(own, { position: place + 1 })).id] = rating
  await look(
    `UPDATE cycles SET stage = 'do', activated_on = started_on, version = 1 WHERE id = $1 RETURNING id`,
    [id],
  )
  const done = await recordReview(
    school.senco,
    id,
    1,
    aReviewForm({ outcomes, teacher, senco: school.sencoMember }, form),
    now,
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.value.nextCycleId ?? ''
}

const second = {
  now: march,
  heldOn: isoDate('2027-03-12'),
  pupilAskedOn: null,
  nextStartsOn: isoDate('2027-03-15'),
  nextReviewDue: isoDate('2027-07-09'),
}

const linesOf = async (actor: Actor, at: Date) =>
  (await getToday(actor, at)).groups.flatMap(({ group, lines }) =>
    lines.map(({ act, source }) => `${group}: ${act} (${source})`),
  )
const promptsOf = async (actor: Actor, pupilId: string, at: Date) =>
  (await getPupilPage(actor, pupilId, at)).review.prompts.map(({ rule, paragraph, since }) => [
    rule,
    paragraph,
    since,
  ])

describe('slow progress (R25, R26)', () => {
  it('asks after one cycle to think of a specialist, after two in a row to involve one, until one was asked', async () => {
    const family = await aFamily()
    const { school, pupil, teacher } = family
    const next = await reviewed(family, [-1, 0])
    expect(await promptsOf(teacher.actor, pupil.id, december)).toEqual([
      ['R25', 'Code 6.58', 'Review of 4 December 2026'],
    ])
    expect(await linesOf(teacher.actor, december)).toContain(
      'coming-up: Think about a specialist for Amira Khan (Code 6.58)',
    )
    await reviewed(family, [-1, -2, 0], { ...second, cycleId: next })
    expect(await promptsOf(school.senco, pupil.id, march)).toEqual([
      ['R26', 'Code 6.59', 'Review of 12 March 2027'],
    ])
    expect(await linesOf(school.senco, march)).toContain(
      'at-risk: Involve a specialist for Amira Khan, with the parents (Code 6.59)',
    )
    await recordSpecialist(
      teacher.actor,
      pupil.id,
      {
        ...{ service: 'educational-psychology', personRole: null, askedFor: 'Reading', agreed: null },
        ...{
          parentsInvolvedOn: isoDate('2027-03-12'),
          parentsSaid: 'Yes',
          requestedOn: isoDate('2027-03-15'),
        },
        ...{ firstSeenOn: null, reportReceivedOn: null, sharedWithParentsOn: null, sharedWithStaffOn: null },
      },
      march,
    )
    expect(await promptsOf(school.senco, pupil.id, march)).toEqual([])
    expect((await linesOf(school.senco, march)).filter((line) => line.includes('specialist'))).toEqual([])
  })

  it('says nothing where most went as expected', async () => {
    const family = await aFamily()
    await reviewed(family, [-1, 0, 1])
    expect(await promptsOf(family.school.senco, family.pupil.id, december)).toEqual([])
  })
})

describe('no plan, or a plan without a date (R07, R08)', () => {
  it('stands on the pupil’s page and on Today with paragraph, since when, and what clears it', async () => {
    const { school, teacher, pupil } = await aFamily()
    const day = (text: string) => new Date(`${text}T09:00:00Z`)
    const shown = async (at: Date) => {
      const { prompts } = (await getPupilPage(school.senco, pupil.id, at)).review
      return prompts.map(({ rule, tone, paragraph, clears }) => [rule, tone, paragraph, clears])
    }
    // on the register since long before: red after twenty school days
    expect(await shown(march)).toEqual([['R08', 'miss', 'Code 6.48', 'Bringing a plan into force']])
    expect(await linesOf(school.senco, march)).toContain('missed: Start a cycle for Amira Khan (Code 6.48)')
    // a plan in force clears it; without a date it is red for that (as an import may leave it)
    const cycle = await aCycle(pupil, { responsibleId: teacher.id, reviewDue: '2027-07-09' })
    expect(await shown(march)).toEqual([])
    await look(`UPDATE cycles SET review_due = NULL WHERE id = $1 RETURNING id`, [cycle.id])
    expect(await shown(march)).toEqual([
      ['R07', 'miss', 'Code 6.48', 'Agreeing a review date in a change of the plan'],
    ])
    expect(await linesOf(teacher.actor, march)).toContain(
      'missed: Agree a review date for Amira Khan’s plan (Code 6.48)',
    )
    // between a review and the next plan ten school days are ordinary, then amber, then red
    await look(
      `UPDATE cycles SET stage = 'closed', closed_on = '2027-01-08', review_due = '2027-01-08' WHERE id = $1 RETURNING id`,
      [cycle.id],
    )
    expect(await shown(day('2027-01-22'))).toEqual([])
    expect((await shown(day('2027-01-25')))[0]?.slice(0, 2)).toEqual(['R08', 'risk'])
    expect((await shown(day('2027-02-05')))[0]?.slice(0, 2)).toEqual(['R08', 'risk'])
    expect((await shown(day('2027-02-08')))[0]?.slice(0, 2)).toEqual(['R08', 'miss'])
  })
})

describe('the same target for the third time', () => {
  it('is pointed out where it is reviewed', async () => {
    const family = await aFamily()
    const { school, teacher, pupil } = family
    let before: string | null = null
    for (const number of [1, 2, 3]) {
      const isLast = number === 3
      const cycle = await aCycle(pupil, {
        ...{ number, previousId: before, responsibleId: teacher.id },
        ...(!isLast && { stage: 'closed', closedOn: '2026-09-07' }),
      })
      await anOutcome(cycle)
      before = cycle.id
      const page = await getReview(school.senco, { pupilId: pupil.id, cycleId: cycle.id }, december)
      expect(Object.values(page.again)).toEqual(
        isLast ? [expect.stringContaining('has been set 3 times')] : [],
      )
    }
  })
})

describe('views that are missing (R17)', () => {
  const without = { parentViews: null, parentViewsMissing: 'No answer', parentsSayNext: null }

  it('are asked for until they are had', async () => {
    const family = await aFamily()
    await reviewed(family, [1, 0], { ...without, invitedFirst: isoDate('2026-11-20') })
    expect(await promptsOf(family.teacher.actor, family.pupil.id, december)).toEqual([
      ['R17', 'Code 6.54', 'Review of 4 December 2026'],
    ])
    expect(await linesOf(family.teacher.actor, december)).toContain(
      'at-risk: Ask for the views missing in Amira Khan’s review (Code 6.54)',
    )
  })

  it('have been sought enough after two invitations without an answer', async () => {
    const family = await aFamily()
    const invitedTwice = { invitedFirst: isoDate('2026-11-20'), invitedSecond: isoDate('2026-11-27') }
    await reviewed(family, [1, 0], { ...without, ...invitedTwice })
    expect(await promptsOf(family.teacher.actor, family.pupil.id, december)).toEqual([])
  })
})

describe('a review date in a holiday (R14)', () => {
  it('is to be moved before the end of term', async () => {
    const { teacher, pupil } = await aFamily()
    await aCycle(pupil, { reviewDue: '2026-12-28', responsibleId: teacher.id })
    expect(await linesOf(teacher.actor, december)).toContain(
      'coming-up: Agree another day for Amira Khan’s review (Code 6.53)',
    )
    expect(await promptsOf(teacher.actor, pupil.id, december)).toEqual([
      ['R14', 'Code 6.53', 'To be moved by 18 December 2026, the last school day before it'],
    ])
  })
})

describe('the number of statements', () => {
  it('does not grow with reviews, nor with pupils', async () => {
    let statements = 0
    onStatement(() => (statements += 1))
    const count = async (work: () => Promise<unknown>) => {
      statements = 0
      await work()
      return statements
    }
    const family = await aFamily()
    const { school, pupil } = family
    const next = await reviewed(family, [-1, -1])
    const [today, page] = [
      await count(() => getToday(school.senco, march)),
      await count(() => getPupilPage(school.senco, pupil.id, march)),
    ]
    await reviewed(family, [-1, -2, 0], { ...second, cycleId: next })
    for (const givenName of ['Ben', 'Cara'])
      await reviewed(
        { ...family, pupil: await aPupil(school, { givenName, classId: pupil.classId }) },
        [-1, -1],
      )
    expect(await count(() => getToday(school.senco, march))).toBe(today)
    expect(await count(() => getPupilPage(school.senco, pupil.id, march))).toBe(page)
  })
})
