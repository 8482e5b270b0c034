import { tokenHash } from '@/lib/session/cookie.rules'
import {
  aCatalogueEntry,
  aContact,
  aCycle,
  aDoNote,
  anEarlyDiscussion,
  aLongTermOutcome,
  aMeeting,
  aMember,
  aPlanLine,
  aPlanVersion,
  anOutcome,
  aProvision,
  aPupil,
} from '@/tests/factories'
import { anOpenChange, aVersion } from '@/tests/factories/versions'
import { anAbsence } from '@/tests/factories/absence'
import { insert, newId } from '@/tests/factories/insert'
import { anInvitedParent } from '@/tests/factories/invited-parent'
import { aPupilView } from '@/tests/factories/pupil-view'
import { aParentPoint } from '@/tests/factories/parent-point'
import { recordScene } from './every-scene/record'
import { aRoundToChoose, aRoundToSee } from './every-scene/meeting-round'
import { aPupilWithAPlan } from './scenes'
import { aSuggestion } from './suggestion-scene'

type OfCycle = { id: string; pupilId: string; schoolId: string }

const assessed = async (cycle: OfCycle, writtenById: string) => {
  const own = { school_id: cycle.schoolId, pupil_id: cycle.pupilId, cycle_id: cycle.id }
  await insert('assessments', {
    ...own,
    id: newId(),
    strengths: 'Listens well, and remembers stories.',
    barriers: 'Small print, and much of it.',
    summary: 'To read words at sight.',
    pupil_views: 'I like the comics.',
    pupil_views_how: 'talked',
    pupil_views_on: '2026-09-10',
    shared_at: '2026-09-14T10:00:00Z',
  })
  const sourceId = newId()
  await insert('assessment_sources', {
    ...own,
    id: sourceId,
    kind: 'teacher',
    said_by: 'Nadia Mensah, class teacher',
    said_on: '2026-09-09',
    words: 'Reads single words, loses the line.',
    written_by_id: writtenById,
  })
  return sourceId
}

/** Something still to be found out, and its owner. */
const aQuestion = async (
  pupil: { id: string; schoolId: string },
  { asked, by }: { asked: string; by: string },
) => {
  const id = newId()
  await insert('open_questions', {
    ...{ school_id: pupil.schoolId, id, pupil_id: pupil.id, what: 'Was her hearing tested?' },
    ...{ owner_id: asked, asked_by_id: by, due_on: '2026-11-20', asked_at: '2026-11-13T09:00:00Z' },
  })
  return id
}

/** A decision of "no" on a concern, and a strategy that is still being tried. */
const aDecidedConcern = async (
  pupil: { id: string; schoolId: string },
  { concernId, by }: { concernId: string; by: string },
) => {
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id, concern_id: concernId }
  const [decisionId, strategyId] = [newId(), newId()]
  await insert('concern_decisions', {
    ...own,
    id: decisionId,
    decision: 'not-sen',
    reasons: ['life-event'],
    words: 'Her grandmother died in October.',
    decided_on: '2026-11-16',
    decided_by_id: by,
  })
  await insert('concern_strategies', {
    ...own,
    id: strategyId,
    what: 'A quiet start to the day',
    from_on: '2026-11-13',
    written_by_id: by,
  })
  return { decisionId, strategyId }
}

/**
 * A school in which every page has something to show: a pupil with a plan in force, one whose plan is a draft, one
 * whose plan is being changed, and one who is not on the register; with what an address needs to name each of them.
 */
export async function everyScene() {
  const scene = await aPupilWithAPlan()
  const { school, pupil, teacher, assistant, mother, cycle, outcome, provision, schoolClass } = scene
  const father = await aContact(pupil, { fullName: 'Imran Khan', relationship: 'Father', withAccount: true })
  const sourceId = await assessed(cycle, teacher.id)
  const session = { provisionId: provision.id, outcomeId: outcome.id }
  await aDoNote(cycle, assistant, { ...session, measured: '24', happenedOn: '2026-10-09', shared: true })
  const note = await aDoNote(cycle, assistant, { ...session, measured: '31' })
  const [measurementId, observationId] = [newId(), newId()]
  const of = { school_id: school.id, pupil_id: pupil.id, written_by_id: teacher.id }
  await insert('measurements', {
    ...{ ...of, id: measurementId, outcome_id: outcome.id, measured_on: '2026-11-06', value: '28' },
    ...{ form_key: newId(), shared_at: '2026-11-06T15:00:00Z' },
  })
  await insert('observations', {
    ...{
      ...of,
      id: observationId,
      seen_on: '2026-11-12',
      at: '10:45',
      place: 'Playground',
      form_key: newId(),
    },
    words: 'Stood by the fence, watching the football.',
  })
  await aDoNote(cycle, teacher, { observation: 'She chose her own book.', shared: true })
  const held = await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
  const booked = await aMeeting(pupil, {
    status: 'booked',
    heldOn: '2026-12-03',
    parents: [mother],
    ledById: teacher.id,
  })
  const record = await recordScene(pupil, { held, parent: mother, by: teacher })
  const letter = await anInvitedParent(booked, { pupil, contact: mother, by: teacher })
  await aParentPoint(pupil, { contact: mother, by: teacher, meeting: booked })
  await aPupilView(pupil, { meeting: booked, by: assistant, shared: true })
  const concernId = newId()
  await insert('concerns', {
    school_id: school.id,
    id: concernId,
    pupil_id: pupil.id,
    raised_by: 'parent',
    contact_id: father.id,
    raised_on: '2026-11-12',
    words: 'She cries before school.',
    written_by_id: teacher.id,
  })
  const decided = await aDecidedConcern(pupil, { concernId, by: school.sencoMember.id })

  const draftPupil = await aPupil(school, { givenName: 'Ben', familyName: 'Okoro', classId: schoolClass.id })
  const draft = await aCycle(draftPupil, { stage: 'plan', activatedOn: null, reviewDue: null, shared: false })
  const draftOutcome = await anOutcome(draft, {
    shared: false,
    willDo: 'Ben will ask for help with his card',
  })
  const draftProvision = await aProvision(draft, [draftOutcome], { shared: false, what: 'A help card' })
  const draftLine = await aPlanLine(draft, { shared: false, about: 'Art' })
  await aPlanLine(cycle, { about: 'Art' })
  await aPlanLine(cycle, { kind: 'quiet-place', words: 'The corner of the library', howOften: 'after lunch' })
  await aPlanLine(cycle, { kind: 'at-home', words: 'Reads five words', who: 'Mum', howOften: 'every day' })
  await aPlanVersion(cycle, teacher)
  await insert('participation_notes', {
    ...{
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      happened_on: '2026-11-12',
      activity: 'lesson',
    },
    ...{ what: 'Art', joined: 'missed-for-support', minutes: 20, why: 'Precision teaching' },
    ...{ written_by_id: assistant.id, form_key: newId() },
  })
  const entry = await aCatalogueEntry(school, { training: 'Talking groups' })
  await insert('staff_trainings', {
    ...{ school_id: school.id, id: newId(), membership_id: assistant.id },
    ...{ training: 'First aid', held_on: '2026-09-03' },
  })
  await aCatalogueEntry(school, { name: 'Sounds group', retiredOn: '2026-10-01' })
  const draftSource = await assessed(draft, teacher.id)
  const suggestionId = await aSuggestion(
    draft,
    await aContact(draftPupil, { fullName: 'Ada Okoro' }),
    teacher,
  )

  const discussionId = await anEarlyDiscussion(pupil, teacher, { givenTo: [mother] })
  const notGiven = await anEarlyDiscussion(draftPupil, teacher)
  const changing = await aPupilWithAPlan({ school, givenName: 'Eve' })
  const version = await aVersion(changing.cycle, school.sencoMember)
  await anOpenChange(changing.cycle, school.sencoMember)
  const anew = await aPupilWithAPlan({ school, givenName: 'Ida' })
  await aVersion(anew.cycle, school.sencoMember)
  const responsible = { membershipId: teacher.id, name: teacher.name, role: 'class-teacher', jobTitle: null }
  await aVersion(anew.cycle, school.sencoMember, { number: 2, responsible })

  const offRegister = await aPupil(school, { givenName: 'Cara', familyName: 'Lowe', status: 'none' })
  const noCycle = await aPupil(school, { givenName: 'Dylan', familyName: 'Marsh', classId: schoolClass.id })
  await aContact(noCycle, { fullName: 'Rose Marsh' })

  const reviewed = await aPupil(school, { givenName: 'Eva', familyName: 'Price', classId: schoolClass.id })
  const closed = await aCycle(reviewed, { stage: 'closed', closedOn: '2026-11-13', reviewDue: '2026-11-06' })
  await anOutcome(closed)
  await insert('reviews', {
    ...{ school_id: school.id, id: newId(), pupil_id: reviewed.id, cycle_id: closed.id },
    ...{ due_on: '2026-11-06', held_on: '2026-11-13', decision: 'continue', decision_reason: 'It works.' },
    ...{ pupil_views: 'I like it.', parent_views_missing: 'No answer yet' },
    ...{ recorded_by_id: teacher.id, shared_at: '2026-11-13T15:00:00Z' },
  })

  const specialistId = newId()
  await insert('specialist_involvements', {
    ...{ school_id: school.id, id: specialistId, pupil_id: pupil.id, service: 'educational-psychology' },
    ...{ asked_for: 'How to help with reading', parents_said: 'Please ask', recorded_by_id: teacher.id },
    ...{ requested_on: '2026-10-05', parents_involved_on: '2026-10-02', recorded_at: '2026-10-05T09:00:00Z' },
    shared_at: '2026-10-05T09:00:00Z',
  })
  const steppedDown = await aPupil(school, {
    ...{ givenName: 'Finn', familyName: 'Abara', classId: schoolClass.id, statusUntil: '2026-11-13' },
  })
  await aContact(steppedDown, { fullName: 'Ada Abara' })
  const last = await aCycle(steppedDown, { stage: 'closed', closedOn: '2026-11-13', reviewDue: '2026-11-13' })
  const lastReviewId = newId()
  await insert('reviews', {
    ...{ school_id: school.id, id: lastReviewId, pupil_id: steppedDown.id, cycle_id: last.id },
    ...{ due_on: '2026-11-13', held_on: '2026-11-13', decision: 'step-down', decision_reason: 'Needs met.' },
    ...{ pupil_views: 'Good', parent_views: 'Good', recorded_by_id: teacher.id },
  })
  await insert('step_down_watches', {
    ...{ school_id: school.id, id: newId(), pupil_id: steppedDown.id, sen_status_id: steppedDown.statusId },
    ...{
      review_id: lastReviewId,
      from_on: '2026-11-13',
      first_check_on: '2027-03-25',
      until_on: '2027-07-21',
    },
  })

  const asked = await aPupil(school, { givenName: 'Ella', familyName: 'Rowe', classId: schoolClass.id })
  const assessing = await aCycle(asked, {
    stage: 'assess',
    activatedOn: null,
    reviewDue: null,
    shared: false,
  })
  const questionId = await aQuestion(pupil, { asked: assistant.id, by: teacher.id })
  await insert('assessment_requests', {
    ...{ school_id: school.id, id: newId(), pupil_id: draftPupil.id, cycle_id: draft.id },
    ...{ kind: 'other-subjects', asked_of_id: assistant.id, asked_by_id: teacher.id, words: 'In maths?' },
  })

  const token = newId()
  const invited = await aMember(school, 'class-teacher', { givenName: 'Omar', familyName: 'Reid' })
  await insert('password_links', {
    token_hash: tokenHash(token),
    person_id: invited.personId,
    expires_at: '2026-12-01T09:00:00Z',
  })

  const senco = school.sencoMember
  const round = await aRoundToSee([pupil, draftPupil], { teacher, senco })
  const choosing = await aRoundToChoose(pupil, { teacher, senco, parent: father })
  const ofSchool = {
    schoolSlug: school.slug,
    classId: schoolClass.id,
    entryId: entry.id,
    membershipId: teacher.id,
    startYear: '2026',
    token,
    linkToken: letter.token,
    prepareToken: letter.prepareToken,
    mailId: letter.mailId,
  }
  return {
    school,
    members: {
      senco: school.sencoMember,
      teacher,
      assistant,
      parent: mother.member ?? school.sencoMember,
      head: await aMember(school, 'headteacher'),
      governor: await aMember(school, 'governor'),
    },
    ids: {
      plan: {
        ...ofSchool,
        pupilId: pupil.id,
        cycleId: cycle.id,
        sourceId,
        doNoteId: note.id,
        outcomeId: outcome.id,
        measurementId,
        observationId,
        contactId: father.id,
        concernId,
        ...decided,
        discussionId,
        questionId,
        meetingId: booked.id,
        heldId: held.id,
        specialistId,
        longTermOutcomeId: await aLongTermOutcome(pupil, teacher.id),
        absenceId: (await anAbsence(pupil, assistant, { from: '2026-11-09', until: '2026-11-10' })).id,
      },
      draft: {
        ...ofSchool,
        pupilId: draftPupil.id,
        cycleId: draft.id,
        outcomeId: draftOutcome.id,
        provisionId: draftProvision.id,
        lineId: draftLine.id,
        sourceId: draftSource,
        suggestionId,
        discussionId: notGiven,
      },
      changing: {
        ...ofSchool,
        pupilId: changing.pupil.id,
        cycleId: changing.cycle.id,
        versionId: version.id,
        who: changing.mother.id,
      },
      written: { ...ofSchool, pupilId: pupil.id, meetingId: record.writtenId },
      explaining: { ...ofSchool, pupilId: pupil.id, questionId: record.questionId },
      copied: { ...ofSchool, linkToken: record.linkToken },
      anew: { ...ofSchool, pupilId: anew.pupil.id },
      invited: { ...ofSchool, pupilId: pupil.id, meetingId: booked.id, contactId: mother.id },
      off: { ...ofSchool, pupilId: offRegister.id },
      begin: { ...ofSchool, pupilId: noCycle.id },
      steppedDown: { ...ofSchool, pupilId: steppedDown.id },
      round: { ...ofSchool, ...round },
      choosing: { ...ofSchool, ...choosing },
      asked: { ...ofSchool, pupilId: asked.id, cycleId: assessing.id },
      reviewed: { ...ofSchool, pupilId: reviewed.id, cycleId: closed.id },
    },
  }
}

export type EveryScene = Awaited<ReturnType<typeof everyScene>>

/** The address of a page with real ids in it. */
export const filledIn = (
  address: string,
  { ids }: EveryScene,
  { of = 'plan', held }: { of?: keyof EveryScene['ids']; held?: true },
) => {
  const real: Record<string, string> = { ...ids[of], ...(held && { meetingId: ids.plan.heldId }) }
  return address.replace(/\[(\w+)\]/g, (_, name: string) => real[name] ?? `no ${name}`)
}
