import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor, Role } from '@/lib/platform/actor'
import { tokenHash } from '@/lib/session/cookie.rules'
import { insert, look, newId } from './insert'

// Defaults are the ordinary case; a test says only what matters to it. The calendar is the one of
// domain.md 8.4: school year 2026 to 2027.
const day = (text: string) => text as IsoDate

export type TestSchool = Awaited<ReturnType<typeof aSchool>>
export type TestPupil = Awaited<ReturnType<typeof aPupil>>

const TERMS = [
  ['Autumn', '2026-09-02', '2026-12-18'],
  ['Spring', '2027-01-05', '2027-03-25'],
  ['Summer', '2027-04-12', '2027-07-21'],
] as const

const CLOSED = [
  '2026-10-23',
  '2026-10-26',
  '2026-10-27',
  '2026-10-28',
  '2026-10-29',
  '2026-10-30',
  '2027-02-15',
  '2027-02-16',
  '2027-02-17',
  '2027-02-18',
  '2027-02-19',
  '2027-02-22',
  '2027-05-03',
  '2027-05-31',
  '2027-06-01',
  '2027-06-02',
  '2027-06-03',
  '2027-06-04',
  '2027-06-07',
]

/** A school with its calendar, a SENCO and the membership the command line acts as. */
export async function aSchool(
  over: { name?: string; slug?: string; urn?: string; phase?: string; withCalendar?: boolean } = {},
) {
  const id = newId()
  const { withCalendar = true, ...columns } = over
  const school = { id, slug: `school-${id}`, urn: id, name: 'Oak Tree Primary', phase: 'primary', ...columns }
  await insert('schools', school)
  const base = { schoolId: id }
  const systemId = newId()
  await insert('memberships', {
    school_id: id,
    id: systemId,
    role: 'system',
    given_name: 'Track',
    family_name: 'SEN support',
    from_on: '2020-09-01',
  })
  if (withCalendar) {
    const yearId = newId()
    await insert('school_years', {
      school_id: id,
      id: yearId,
      first_day: '2026-09-01',
      last_day: '2027-08-31',
    })
    for (const [name, first, last] of TERMS)
      await insert('terms', {
        school_id: id,
        id: newId(),
        school_year_id: yearId,
        name,
        first_day: first,
        last_day: last,
      })
    for (const closed of CLOSED)
      await insert('closed_days', {
        school_id: id,
        id: newId(),
        school_year_id: yearId,
        day: closed,
        reason: 'Closed',
      })
  }
  const senco = await aMember({ id }, 'senco', { givenName: 'Ruth', familyName: 'Adeyemi' })
  return { ...school, ...base, systemId, senco: senco.actor, sencoMember: senco }
}

/** A person with one role in a school. `pupils` are what their actor knows; give them a class or pupils in the database too. */
export async function aMember(
  school: { id: string },
  role: Role,
  over: {
    givenName?: string
    familyName?: string
    email?: string
    pupils?: readonly { id: string }[]
    personId?: string
    untilOn?: string
    passwordHash?: string
  } = {},
) {
  const id = newId()
  const personId = over.personId ?? newId()
  const email = over.email ?? `${id}@school.example`
  const { givenName = 'Tom', familyName = 'Whitfield' } = over
  if (!over.personId)
    await insert('people', { id: personId, email, password_hash: over.passwordHash ?? null })
  await insert('memberships', {
    school_id: school.id,
    id,
    person_id: personId,
    role,
    given_name: givenName,
    family_name: familyName,
    email,
    from_on: '2020-09-01',
    until_on: over.untilOn ?? null,
  })
  const base = { membershipId: id, schoolId: school.id }
  const actor: Actor =
    role === 'class-teacher' || role === 'teaching-assistant' || role === 'parent'
      ? { ...base, role, pupilIds: (over.pupils ?? []).map((pupil) => pupil.id) }
      : { ...base, role }
  return { id, personId, schoolId: school.id, email, name: `${givenName} ${familyName}`, actor }
}

/** A class teacher (or assistant) of one class, whose actor knows the pupils given. */
export async function aTeacherOf(
  school: { id: string },
  schoolClass: { id: string },
  pupils: readonly { id: string }[],
  over: { role?: 'class-teacher' | 'teaching-assistant'; givenName?: string; familyName?: string } = {},
) {
  const { role = 'class-teacher', ...name } = over
  const member = await aMember(school, role, { ...name, pupils })
  await insert('class_staff', {
    school_id: school.id,
    id: newId(),
    class_id: schoolClass.id,
    membership_id: member.id,
    from_on: '2020-09-01',
  })
  return member
}

export async function aClass(school: { id: string }, over: { name?: string } = {}) {
  const schoolClass = { id: newId(), name: `4 Ash ${newId().slice(-6)}`, ...over }
  await insert('classes', { school_id: school.id, ...schoolClass })
  return schoolClass
}

type PupilOver = {
  givenName?: string
  familyName?: string
  dateOfBirth?: string
  yearGroup?: number
  upn?: string | null
  classId?: string | null
  /** 'none' for a pupil who is not on the register. */
  status?: 'sen-support' | 'ehc-plan' | 'none'
  statusFrom?: string
  statusUntil?: string | null
  need?: string
  /** The day the pupil was first recorded here; the day of the test run where a test does not say. */
  recordedOn?: string
}

/** A pupil on SEN support since before the year began, with one need. */
export async function aPupil(school: { id: string }, over: PupilOver = {}) {
  const {
    status = 'sen-support',
    statusFrom = '2025-09-03',
    statusUntil = null,
    need = 'SLCN',
    recordedOn,
    ...rest
  } = over
  const pupil = {
    id: newId(),
    schoolId: school.id,
    givenName: 'Amira',
    familyName: 'Khan',
    dateOfBirth: '2018-05-03',
    yearGroup: 4,
    upn: null,
    classId: null,
    ...rest,
  }
  await insert('pupils', {
    school_id: school.id,
    id: pupil.id,
    given_name: pupil.givenName,
    family_name: pupil.familyName,
    date_of_birth: pupil.dateOfBirth,
    year_group: pupil.yearGroup,
    upn: pupil.upn,
    class_id: pupil.classId,
    ...(recordedOn && { created_at: `${recordedOn}T09:00:00Z` }),
  })
  const statusId = newId()
  if (status !== 'none') {
    await insert('sen_statuses', {
      school_id: school.id,
      id: statusId,
      pupil_id: pupil.id,
      status,
      from_on: statusFrom,
      until_on: statusUntil,
    })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: need,
      rank: 1,
      from_on: statusFrom,
    })
  }
  return { ...pupil, statusId }
}

type ContactOver = {
  fullName?: string
  relationship?: string
  email?: string | null
  address?: string | null
  restrictedFrom?: string | null
  withAccount?: boolean
  contactId?: string
}

/** A parent of a pupil; with an account they can sign in, and their actor knows the pupil. */
export async function aContact(pupil: { id: string; schoolId: string }, over: ContactOver = {}) {
  const {
    fullName = 'Farah Khan',
    relationship = 'Mother',
    email = null,
    address = null,
    restrictedFrom = null,
    withAccount = false,
  } = over
  const id = over.contactId ?? newId()
  const [givenName = 'Farah', familyName = 'Khan'] = fullName.split(' ')
  const member = withAccount
    ? await aMember({ id: pupil.schoolId }, 'parent', { givenName, familyName, pupils: [pupil] })
    : null
  if (!over.contactId)
    await insert('contacts', {
      school_id: pupil.schoolId,
      id,
      full_name: fullName,
      email,
      address,
      membership_id: member?.id ?? null,
    })
  await insert('pupil_contacts', {
    school_id: pupil.schoolId,
    id: newId(),
    pupil_id: pupil.id,
    contact_id: id,
    relationship,
    restricted_from: restrictedFrom,
  })
  return {
    id,
    schoolId: pupil.schoolId,
    fullName,
    member,
    get actor(): Actor {
      if (!member) throw new Error('this contact has no account')
      return member.actor
    },
  }
}

type CycleOver = {
  number?: number
  stage?: 'assess' | 'plan' | 'do' | 'review' | 'closed'
  startedOn?: string
  closedOn?: string | null
  reviewDue?: string | null
  activatedOn?: string | null
  responsibleId?: string | null
  shared?: boolean
  previousId?: string | null
}

/** An open cycle whose plan is in force and shared with the parents. */
export async function aCycle(pupil: { id: string; schoolId: string }, over: CycleOver = {}) {
  const cycle = {
    id: newId(),
    number: 1,
    stage: 'do',
    startedOn: '2026-09-07',
    closedOn: null,
    reviewDue: '2026-12-04',
    activatedOn: '2026-09-14',
    responsibleId: null,
    shared: true,
    previousId: null,
    ...over,
  }
  await insert('cycles', {
    school_id: pupil.schoolId,
    id: cycle.id,
    pupil_id: pupil.id,
    number: cycle.number,
    stage: cycle.stage,
    started_on: cycle.startedOn,
    closed_on: cycle.closedOn,
    review_due: cycle.reviewDue,
    activated_on: cycle.activatedOn,
    responsible_id: cycle.responsibleId,
    previous_id: cycle.previousId,
    shared_at: cycle.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return {
    ...cycle,
    pupilId: pupil.id,
    schoolId: pupil.schoolId,
    reviewDue: cycle.reviewDue === null ? null : day(cycle.reviewDue),
    version: 1,
  }
}

type OfCycle = { id: string; pupilId: string; schoolId: string }

/** A long-term outcome that is worked towards, and so shared with the parents, with the step that began it. */
export async function aLongTermOutcome(pupil: { id: string; schoolId: string }, recordedById: string) {
  const id = newId()
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  const life = { status: 'active', shared_at: '2026-09-14T10:00:00Z' }
  await insert('long_term_outcomes', {
    ...{ ...own, ...life, id, will_do: 'Amira will read a bedtime story to her brother', wish: 'pupil' },
    status_from: '2026-09-14',
  })
  await insert('long_term_outcome_steps', {
    ...{ ...own, id: newId(), long_term_outcome_id: id, status: 'active', from_on: '2026-09-14' },
    ...{ recorded_by_id: recordedById, recorded_at: '2026-09-14T10:00:00Z' },
  })
  return id
}

/** A SMART outcome of a cycle, shared unless the test says not. */
export async function anOutcome(
  cycle: OfCycle,
  over: {
    willDo?: string
    position?: number
    shared?: boolean
    target?: string | null
    baseline?: string | null
  } = {},
) {
  const outcome = {
    id: newId(),
    willDo: 'Amira will read 40 of the 50 words on her list aloud',
    position: 1,
    shared: true,
    target: '40',
    baseline: '16',
    ...over,
  }
  await insert('outcomes', {
    school_id: cycle.schoolId,
    id: outcome.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    position: outcome.position,
    will_do: outcome.willDo,
    measure: 'Words read aloud',
    unit: 'words',
    baseline: outcome.baseline,
    baseline_on: '2026-09-08',
    target: outcome.target,
    by_on: '2026-12-04',
    why: 'She wants to read comics',
    expected_impact: 'Reads her class book',
    shared_at: outcome.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return outcome
}

/** A provision that serves the outcomes given. */
export async function aProvision(
  cycle: OfCycle,
  outcomes: readonly { id: string }[],
  over: {
    what?: string
    shared?: boolean
    deliveredById?: string | null
    minutes?: number
    perWeek?: number
    groupSize?: number
    care?: boolean
  } = {},
) {
  const provision = {
    id: newId(),
    what: 'Precision teaching',
    shared: true,
    deliveredById: null,
    minutes: 10,
    perWeek: 4,
    groupSize: 1,
    care: false,
    ...over,
  }
  await insert('provisions', {
    school_id: cycle.schoolId,
    id: provision.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    what: provision.what,
    delivered_by_id: provision.deliveredById,
    deliverer: provision.deliveredById ? null : 'Joan Pickering',
    minutes: provision.minutes,
    per_week: provision.perWeek,
    group_size: provision.groupSize,
    care: provision.care,
    from_on: '2026-09-14',
    until_on: '2026-12-04',
    shared_at: provision.shared ? '2026-09-14T10:00:00Z' : null,
  })
  for (const outcome of outcomes)
    await insert('provision_outcomes', {
      school_id: cycle.schoolId,
      pupil_id: cycle.pupilId,
      provision_id: provision.id,
      outcome_id: outcome.id,
    })
  return provision
}

/** An entry of the school's catalogue. */
export async function aCatalogueEntry(
  school: { id: string },
  over: { name?: string; training?: string | null; retiredOn?: string | null } = {},
) {
  const entry = { id: newId(), name: 'Talking group', training: null, retiredOn: null, ...over }
  await insert('catalogue_entries', {
    ...{ school_id: school.id, id: entry.id, name: entry.name, form: 'Small-group work', wave: 'targeted' },
    ...{ minutes: 30, per_week: 3, weeks: 12, group_size: 4, training: entry.training },
    ...{ steps: 'Everyone says one thing first', retired_on: entry.retiredOn },
  })
  return entry
}

/** A line of a plan for every day. */
export async function aPlanLine(
  cycle: OfCycle,
  over: {
    kind?: string
    words?: string
    about?: string | null
    who?: string | null
    howOften?: string | null
    shared?: boolean
  } = {},
) {
  const line = { id: newId(), kind: 'strategy', words: 'Steps as pictures', shared: true, ...over }
  await insert('plan_lines', {
    ...{ school_id: cycle.schoolId, id: line.id, pupil_id: cycle.pupilId, cycle_id: cycle.id },
    ...{ kind: line.kind, words: line.words, about: line.about ?? null },
    ...{ who: line.who ?? null, how_often: line.howOften ?? null },
    shared_at: line.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return line
}

/** A version of a plan as it was published: the least that its readers ask of it. */
export async function aPlanVersion(
  cycle: OfCycle,
  publishedBy: { id: string },
  over: { number?: number; publishedAt?: string; content?: object } = {},
) {
  const version = { id: newId(), number: 1, publishedAt: '2026-11-09T09:00:00Z', content: {}, ...over }
  const own = {
    school_id: cycle.schoolId,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    number: version.number,
  }
  await insert('plan_versions', {
    ...own,
    ...{ id: version.id, published_at: version.publishedAt, published_by_id: publishedBy.id },
    ...{ applies_from: version.publishedAt.slice(0, 10), content: JSON.stringify(version.content) },
    reason: version.number === 1 ? null : 'It was too hard',
  })
  return version
}

/** A note that a provision was given. */
export async function aDoNote(
  cycle: OfCycle,
  author: { id: string },
  over: {
    happenedOn?: string
    delivered?: string
    observation?: string
    shared?: boolean
    provisionId?: string | null
    outcomeId?: string | null
    measured?: string | null
  } = {},
) {
  const note = {
    id: newId(),
    happenedOn: '2026-11-18',
    delivered: 'given',
    observation: 'Read two new words.',
    shared: false,
    provisionId: null,
    outcomeId: null,
    measured: null,
    ...over,
  }
  await insert('do_notes', {
    school_id: cycle.schoolId,
    id: note.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    provision_id: note.provisionId,
    outcome_id: note.outcomeId,
    happened_on: note.happenedOn,
    delivered: note.delivered,
    minutes: 10,
    observation: note.observation,
    measured: note.measured,
    written_by_id: author.id,
    written_at: '2026-11-18T15:00:00Z',
    shared_at: note.shared ? '2026-11-18T15:00:00Z' : null,
    form_key: newId(),
  })
  return note
}

type MeetingOver = {
  heldOn?: string
  status?: 'booked' | 'held' | 'cancelled' | 'no-show' | 'declined'
  format?: 'in-person' | 'video' | 'phone'
  ledById?: string | null
  parents?: readonly { id: string }[]
  came?: boolean | null
  isSenDiscussion?: boolean
  roundId?: string | null
  withRecord?: boolean
  youngPersonCame?: boolean
}

/** A meeting held on 14 October, led by the person given, to which the parents given came. */
export async function aMeeting(pupil: { id: string; schoolId: string }, over: MeetingOver = {}) {
  const meeting = {
    id: newId(),
    heldOn: '2026-10-14',
    status: 'held',
    format: 'in-person',
    ledById: null,
    parents: [],
    isSenDiscussion: true,
    roundId: null,
    withRecord: false,
    youngPersonCame: false,
    ...over,
  }
  const came = over.came === undefined ? (meeting.status === 'held' ? true : null) : over.came
  await insert('parent_meetings', {
    school_id: pupil.schoolId,
    id: meeting.id,
    pupil_id: pupil.id,
    status: meeting.status,
    held_on: meeting.heldOn,
    at: '15:30',
    format: meeting.format,
    purpose: 'review',
    led_by_id: meeting.ledById,
    is_sen_discussion: meeting.isSenDiscussion,
    round_id: meeting.roundId,
    young_person_came: meeting.youngPersonCame,
    form_key: newId(),
  })
  for (const parent of meeting.parents)
    await insert('meeting_attendees', {
      school_id: pupil.schoolId,
      id: newId(),
      pupil_id: pupil.id,
      meeting_id: meeting.id,
      contact_id: parent.id,
      came,
    })
  if (meeting.withRecord)
    await insert('meeting_records', {
      school_id: pupil.schoolId,
      id: newId(),
      pupil_id: pupil.id,
      meeting_id: meeting.id,
      outcomes_agreed: 'Carry on with the word list.',
      support_agreed: 'Four times a week.',
      written_on: meeting.heldOn,
      shared_at: '2026-10-15T09:00:00Z',
    })
  return meeting
}

/** The note of an early discussion, given to the parents named; with none it is not given yet. */
export async function anEarlyDiscussion(
  pupil: { id: string; schoolId: string },
  by: { id: string },
  over: { heldOn?: string; givenTo?: readonly { id: string }[] } = {},
) {
  const { heldOn = '2026-09-09', givenTo = [] } = over
  const id = newId()
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  await insert('early_discussions', {
    ...own,
    id,
    held_on: heldOn,
    attended: 'Farah Khan, Nadia Mensah and Amira',
    strengths: 'Remembers every story.',
    difficulties: 'Reading alone.',
    parent_concerns: 'She is tired of books.',
    agreed_outcomes: 'Reads a page of a comic alone.',
    next_steps: 'A reading test by October.',
    written_by_id: by.id,
    shared_at: givenTo.length > 0 ? `${heldOn}T15:00:00Z` : null,
  })
  for (const contact of givenTo)
    await insert('early_discussion_deliveries', {
      ...own,
      id: newId(),
      discussion_id: id,
      contact_id: contact.id,
      method: 'in-person',
      given_on: heldOn,
      recorded_by_id: by.id,
    })
  return id
}

/** Signs a person in without the sign-in page: a live session row, and the token its cookie would hold. */
export async function aSession(member: { personId: string }, at = new Date('2026-11-20T08:59:00Z')) {
  const token = newId() + newId()
  await insert('sessions', {
    token_hash: tokenHash(token),
    person_id: member.personId,
    started_at: at,
    last_seen_at: at,
  })
  return token
}

/** The audit trail of a school, oldest first. */
export const auditOf = async (school: { id: string }) =>
  (
    await look<{ action: string }>(
      'SELECT action FROM audit_entries WHERE school_id = $1 ORDER BY recorded_at, id',
      [school.id],
    )
  ).map((entry) => entry.action)
