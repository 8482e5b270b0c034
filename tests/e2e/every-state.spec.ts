import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AnyPage } from './pages/any-page'
import { type EveryScene, everyScene, filledIn } from './every-scene'
import { sidewaysScroll } from './pages/page'
import { expect, test } from './test'

type Seen = {
  heading: string | RegExp
  /** Who opens it; a SENCO unless it says otherwise. */
  as?: keyof EveryScene['members'] | 'nobody'
  /** Which pupil: whose plan is in force unless it says otherwise. */
  of?: keyof EveryScene['ids']
  /** A meeting that was held rather than one that is booked. */
  held?: true
  /** What the address goes on with. */
  query?: string
}

const S = '/schools/[schoolSlug]'
const P = `${S}/pupils/[pupilId]`
const C = `${P}/cycles/[cycleId]`
const M = `${P}/parent-meetings/[meetingId]`

// Every page.tsx there is, with what stands on it. A page without a line here fails.
const PAGES: Record<string, Seen> = {
  '/': { heading: 'Good morning, Ruth' },
  '/sign-in': { as: 'nobody', heading: 'Sign in' },
  '/set-password/[token]': { as: 'nobody', heading: 'Set your password' },
  '/answer/[linkToken]': { as: 'nobody', heading: 'Meeting about Amira' },
  '/prepare/[prepareToken]': { as: 'nobody', heading: 'Before the meeting about Amira' },
  '/record/[linkToken]': {
    as: 'nobody',
    of: 'copied',
    heading: 'The record of your meeting about Amira',
  },
  '/choose-time/[linkToken]': { as: 'nobody', of: 'choosing', heading: 'Meeting about Amira' },
  '/family': { as: 'parent', heading: 'Amira' },
  '/family/[pupilId]': { as: 'parent', heading: 'Amira' },
  '/family/[pupilId]/early-discussions/[discussionId]': {
    as: 'parent',
    heading: 'Our talk on 9 September 2026',
  },
  '/family/[pupilId]/help': { as: 'parent', heading: 'Help and advice' },
  '/family/[pupilId]/meetings/[meetingId]': {
    as: 'parent',
    held: true,
    heading: 'Meeting on 14 October 2026',
  },
  '/family/[pupilId]/meetings/[meetingId]/answer': { as: 'parent', heading: 'Meeting about Amira' },
  '/family/[pupilId]/meetings/[meetingId]/prepare': {
    as: 'parent',
    heading: 'Prepare for the meeting about Amira',
  },
  '/family/[pupilId]/worries/add': {
    as: 'parent',
    heading: 'Tell the school what worries you about Amira',
  },
  '/family/[pupilId]/meetings/[meetingId]/notes': { as: 'parent', held: true, heading: 'My own notes' },
  '/family/[pupilId]/plan': { as: 'parent', heading: 'Amira’s plan' },
  [S]: { heading: 'Good morning, Ruth' },
  [`${S}/calendar`]: { heading: 'Calendar' },
  [`${S}/calendar/[startYear]`]: { heading: /^Calendar of / },
  [`${S}/catalogue`]: { as: 'assistant', heading: 'Catalogue of provision' },
  [`${S}/catalogue/[entryId]`]: { heading: 'Talking group' },
  [`${S}/catalogue/[entryId]/change`]: { heading: 'Change Talking group' },
  [`${S}/catalogue/add`]: { heading: 'Add to the catalogue' },
  [`${S}/catalogue/forms`]: { heading: 'Kinds of support' },
  [`${S}/classes`]: { as: 'teacher', heading: 'Classes' },
  [`${S}/classes/[classId]`]: { as: 'assistant', heading: /, today$/ },
  [`${S}/classes/[classId]/cover`]: { as: 'assistant', heading: /: for whoever covers today$/ },
  [`${S}/read-receipts`]: { heading: 'Who has read the plans' },
  [`${S}/training`]: { heading: 'Training of staff' },
  [`${S}/classes/[classId]/check`]: { as: 'teacher', heading: /^Progress of / },
  [`${S}/forecast`]: {
    as: 'head',
    query: '?whose=needing&by=2027-03-11&each=all&booked=yes',
    heading: 'Forecast',
  },
  [`${S}/import`]: { heading: 'Import the register' },
  [`${S}/mail`]: { heading: 'Mail' },
  [`${S}/mail/[mailId]`]: { heading: 'Invitation to a meeting at school' },
  [`${S}/meeting-rounds`]: { as: 'teacher', heading: 'Meeting rounds' },
  [`${S}/meeting-rounds/start`]: { heading: 'Start a round of meetings' },
  [`${S}/meeting-rounds/[roundId]`]: { of: 'round', heading: 'Winter round' },
  [`${S}/meeting-rounds/[roundId]/constraints`]: { of: 'round', heading: 'What matters in the timetable' },
  [`${S}/meeting-rounds/[roundId]/hours`]: { of: 'round', heading: 'When staff are there' },
  [`${S}/meeting-rounds/[roundId]/hours/[membershipId]`]: { of: 'round', heading: /^When .+ is there$/ },
  [`${S}/meeting-rounds/[roundId]/letters`]: { of: 'choosing', heading: 'Letters to print' },
  [`${S}/meeting-rounds/[roundId]/publish`]: { of: 'round', heading: 'Publish Winter round' },
  [`${S}/meeting-rounds/[roundId]/pupils/[roundPupilId]`]: {
    of: 'round',
    heading: 'The meeting about Amira Khan',
  },
  [`${S}/meeting-rounds/[roundId]/rooms`]: { of: 'round', heading: 'Rooms of the round' },
  [`${S}/oversight`]: { as: 'head', heading: 'Are we keeping our side?' },
  [`${S}/parent-meetings`]: { heading: 'Parent meetings' },
  [`${S}/parent-meetings/counted`]: { as: 'assistant', heading: 'How meetings are counted' },
  [`${S}/people`]: { heading: 'People' },
  [`${S}/people/[membershipId]`]: { heading: 'Nadia Mensah' },
  [`${S}/people/add`]: { heading: 'Add a person' },
  [`${S}/review-round`]: { as: 'teacher', heading: 'Review round' },
  [`${S}/sen-register`]: { heading: 'SEN register' },
  [`${S}/settings`]: { heading: 'Oak Tree Primary' },
  [`${S}/settings/counting`]: {
    query: '?phoneCounts=&proRata=yes&warnSchoolDays=5&starts=today',
    heading: 'How meetings are counted here',
  },
  [`${S}/pupils/add`]: { heading: 'Add a pupil' },
  [P]: { heading: 'Amira Khan' },
  [`${P}/concerns/[concernId]`]: { heading: 'A concern about Amira Khan' },
  [`${P}/concerns/[concernId]/strategies/[strategyId]`]: { as: 'assistant', heading: 'What came of it' },
  [`${P}/concerns/[concernId]/strategies/add`]: { heading: 'What is being tried for Amira' },
  [`${P}/concerns/[concernId]/talks/[decisionId]`]: { as: 'teacher', heading: 'Talked over: Not SEN' },
  [`${P}/concerns/raise`]: { as: 'teacher', heading: 'Write down a concern about Amira Khan' },
  [`${P}/contacts/[contactId]`]: { heading: 'Imran Khan, for Amira Khan' },
  [`${P}/contacts/add`]: { heading: 'Add a parent or carer of Amira Khan' },
  [`${P}/contacts/link`]: { heading: 'Add a parent already on record to Amira Khan' },
  [`${P}/advice-mentioned`]: { heading: 'Advice service: Amira Khan' },
  [`${P}/early-discussions/[discussionId]`]: {
    as: 'assistant',
    heading: 'Early discussion about Amira Khan',
  },
  [`${P}/early-discussions/[discussionId]/change`]: {
    of: 'draft',
    heading: 'Change the note about Ben Okoro',
  },
  [`${P}/early-discussions/[discussionId]/given`]: { heading: 'Who has the note about Amira Khan' },
  [`${P}/early-discussions/add`]: { as: 'teacher', heading: 'Early discussion about Amira Khan' },
  [C]: { heading: 'Cycle 1, Amira Khan' },
  [`${C}/assess`]: { of: 'draft', heading: 'Assess' },
  [`${C}/assess/baselines/add`]: { of: 'draft', heading: 'A starting point for Ben' },
  [`${C}/assess/beside`]: { of: 'draft', query: '?about=pupil-views', heading: 'A note beside their words' },
  [`${C}/assess/requests/add`]: { of: 'draft', as: 'teacher', heading: 'Ask a colleague about Ben' },
  [`${C}/assess/parent-views`]: { of: 'draft', heading: 'What the parents say' },
  [`${C}/assess/pupil-views`]: { of: 'asked', heading: 'What Ella says' },
  [`${C}/assess/sources/[sourceId]`]: {
    as: 'assistant',
    heading: 'The teacher’s assessment and experience of the pupil',
  },
  [`${C}/assess/sources/[sourceId]/change`]: {
    of: 'draft',
    as: 'teacher',
    heading: 'What is known about Ben',
  },
  [`${C}/assess/sources/add`]: { of: 'draft', heading: 'What is known about Ben' },
  [`${C}/assess/suggestions/add`]: { of: 'draft', heading: 'What would help Ben?' },
  [`${C}/assess/summary`]: { of: 'draft', heading: 'Strengths, barriers and need' },
  [`${C}/do`]: { as: 'assistant', heading: 'Do' },
  [`${C}/do/measurements/[outcomeId]`]: { as: 'teacher', heading: 'Measurements' },
  [`${C}/do/measurements/[outcomeId]/[measurementId]`]: { heading: 'Correct a measurement' },
  [`${C}/do/notes/[doNoteId]`]: { as: 'teacher', heading: 'Do note of 18 November 2026' },
  [`${C}/do/notes/[doNoteId]/correct`]: { as: 'assistant', heading: 'Correct a Do note' },
  [`${P}/observations`]: { as: 'assistant', heading: 'Observations of Amira Khan' },
  [`${P}/observations/[observationId]`]: { heading: 'Correct an observation' },
  [`${C}/plan`]: { of: 'draft', heading: 'Plan' },
  [`${C}/plan/agreement/[who]`]: { of: 'changing', heading: 'What Farah Khan says of the plan' },
  [`${C}/plan/agreement/[who]/attempt`]: { of: 'changing', heading: 'An attempt to ask Farah Khan' },
  [`${C}/plan/change`]: { of: 'changing', heading: 'Change the plan' },
  [`${C}/plan/change/drop`]: { of: 'changing', heading: 'Drop this change?' },
  [`${C}/plan/every-day`]: { of: 'draft', heading: 'In every lesson and at home' },
  [`${C}/plan/lines/[lineId]`]: { of: 'draft', heading: 'Change a strategy for Ben' },
  [`${C}/plan/lines/[lineId]/remove`]: { of: 'draft', heading: 'Remove this line?' },
  [`${C}/plan/lines/add`]: { of: 'draft', query: '?kind=at-home', heading: 'Add what home will do for Ben' },
  [`${C}/plan/outcomes/[outcomeId]`]: { of: 'draft', heading: 'Outcome 1 of Ben’s plan' },
  [`${C}/plan/outcomes/[outcomeId]/remove`]: { of: 'draft', heading: 'Remove outcome 1?' },
  [`${C}/plan/outcomes/add`]: { of: 'draft', heading: 'Outcome 2 of Ben’s plan' },
  [`${C}/plan/provisions/[provisionId]`]: { of: 'draft', heading: 'Change a provision for Ben' },
  [`${C}/plan/provisions/[provisionId]/remove`]: { of: 'draft', heading: 'Remove this provision?' },
  [`${C}/plan/provisions/add`]: { of: 'draft', heading: 'Add a provision for Ben' },
  [`${C}/plan/responsible`]: { of: 'draft', heading: 'Responsible teacher and review date' },
  [`${C}/plan/suggestions/[suggestionId]`]: {
    of: 'draft',
    as: 'teacher',
    heading: 'Answer what Ada Okoro suggests',
  },
  [`${C}/review`]: { as: 'teacher', heading: 'Review' },
  [`${C}/review/later-views`]: { of: 'reviewed', heading: 'Add to the review of Eva Price' },
  [`${C}/review/move`]: { as: 'teacher', heading: 'Agree another day with Amira Khan' },
  [`${P}/cycles/start`]: { of: 'begin', heading: 'Start cycle 1 for Dylan' },
  [`${P}/details`]: { heading: 'Details of Amira Khan' },
  [`${P}/ehc-plan`]: { heading: 'Record an EHC plan for Amira Khan' },
  [`${P}/end-status`]: { heading: 'Take Amira Khan off the register' },
  [`${P}/history`]: { heading: /^History of / },
  [`${P}/timeline`]: { as: 'assistant', heading: 'Timeline of Amira Khan' },
  [`${P}/absences`]: { as: 'assistant', heading: 'Days Amira Khan was away' },
  [`${P}/absences/[absenceId]`]: { as: 'teacher', heading: 'When was Amira Khan away?' },
  [`${P}/joining-in`]: { as: 'assistant', heading: 'How Amira Khan joins in' },
  [`${P}/outcomes/[longTermOutcomeId]`]: { as: 'teacher', heading: 'Long-term outcome of Amira Khan' },
  [`${P}/outcomes/add`]: { as: 'teacher', heading: 'A long-term outcome for Amira' },
  [`${P}/needs`]: { heading: 'Needs of Amira Khan' },
  [M]: { heading: 'Meeting about Amira Khan' },
  [`${M}/answer/[contactId]`]: { as: 'teacher', of: 'invited', heading: 'What Farah Khan answered' },
  [`${M}/invite`]: { as: 'teacher', heading: 'Invite to the meeting about Amira Khan' },
  [`${M}/letter/[contactId]`]: { as: 'teacher', of: 'invited', heading: 'Letter to Farah Khan' },
  [`${M}/copies`]: { held: true, heading: 'Copies of the record: Amira Khan' },
  [`${M}/amend`]: { held: true, as: 'teacher', heading: 'Amend the record about Amira Khan' },
  [`${M}/copy`]: { held: true, heading: 'What we agreed about Amira' },
  [`${M}/explain/[questionId]`]: {
    held: true,
    as: 'teacher',
    of: 'explaining',
    heading: 'Explain a line of the record to Farah Khan',
  },
  [`${M}/read-back`]: {
    as: 'teacher',
    of: 'written',
    heading: 'Read back what was agreed about Amira Khan',
  },
  [`${M}/versions`]: { held: true, heading: 'Versions of the record about Amira Khan' },
  [`${M}/move`]: { heading: 'Move or change the meeting about Amira Khan' },
  [`${M}/prepare`]: { as: 'teacher', heading: 'Prepare the meeting about Amira Khan' },
  [`${M}/points/[contactId]`]: {
    as: 'teacher',
    of: 'invited',
    heading: 'What Farah Khan brings to the meeting',
  },
  [`${M}/pupil-views`]: { as: 'assistant', heading: 'What Amira wants said' },
  [`${M}/family-sheet/[contactId]`]: {
    as: 'teacher',
    of: 'invited',
    heading: 'For Farah Khan: the meeting about Amira',
  },
  [`${M}/not-held`]: { heading: 'Cancel the meeting: Amira Khan' },
  [`${M}/record`]: { as: 'teacher', of: 'written', heading: 'Record of the meeting about Amira Khan' },
  [`${P}/parent-meetings`]: { as: 'assistant', heading: 'How Amira’s meetings are counted' },
  [`${P}/parent-meetings/arrange`]: { heading: 'Arrange a meeting about Amira Khan' },
  [`${P}/parents-told`]: { heading: /told of SEN support for Amira Khan$/ },
  [`${P}/people`]: { heading: 'People around Amira Khan' },
  [`${P}/plan/versions`]: { of: 'changing', heading: 'Versions of the plan of Eve Khan' },
  [`${P}/plan/versions/[versionId]`]: { of: 'changing', heading: 'Version 1 of the plan of Eve Khan' },
  [`${P}/plan/told`]: {
    of: 'anew',
    heading: 'Record who was told who is responsible for Ida Khan’s support',
  },
  [`${P}/plan/print`]: { as: 'assistant', heading: 'Amira Khan’s plan' },
  [`${P}/specialists/[specialistId]`]: { heading: 'Educational psychology for Amira Khan' },
  [`${P}/specialists/add`]: { as: 'teacher', heading: 'A specialist for Amira Khan' },
  [`${P}/support-ended`]: {
    of: 'steppedDown',
    heading: 'Record who was told that SEN support ended for Finn Abara',
  },
  [`${P}/watch`]: { of: 'steppedDown', heading: 'How does it go for Finn Abara without SEN support?' },
  [`${P}/questions/[questionId]`]: { as: 'assistant', heading: 'Found out about Amira Khan' },
  [`${P}/questions/add`]: { as: 'teacher', heading: 'Still to find out about Amira Khan' },
  [`${P}/sen-support`]: { of: 'off', heading: 'Put Cara Lowe on SEN support' },
}

// Pages that only an act leads to: met below, and in the journey of a plan's versions.
const MET_BELOW = [`${S}/import/[importId]`, `${P}/plan/compare`]

const addresses = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, '/').replace(/\/\([^)]+\)/g, ''))
  .filter((address) => !MET_BELOW.includes(address))

test('every line of this list is a page @desktop', () => {
  expect(Object.keys(PAGES).filter((address) => !addresses.includes(address))).toEqual([])
})

// Pages only show what is there, so one school serves all that a worker opens.
let scene: EveryScene
test.beforeAll(async () => {
  scene = await everyScene()
})

for (const address of addresses)
  test(`${address} is accessible and fits its width, on a desk and on a phone @desktop`, async ({
    page,
    signIn,
  }) => {
    const seen = PAGES[address]
    if (!seen) throw new Error(`${address} is new: say in PAGES who opens it and what its heading is`)
    if (seen.as !== 'nobody') await signIn(scene.members[seen.as ?? 'senco'])
    const shown = new AnyPage(page, `${filledIn(address, scene, seen)}${seen.query ?? ''}`, seen.heading)
    await shown.open()
    await expect(page).toHaveTitle(/.+ - Track SEN support$/)
    await page.setViewportSize({ width: 320, height: 640 })
    await shown.isShown()
    expect(await sidewaysScroll(page)).toBe(0)
  })
