import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { ANSWER_WITHIN, concernWait, type RaisedBy } from '@/lib/concern/rules'
import { missingNotifications, type NotificationInput } from '@/lib/parent-notification/rules'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A pupil on SEN support, with all that decides whether the family was told. */
export type ToldPupil = { readonly pupilId: string; readonly className: string | null } & NotificationInput

const listed = (names: readonly string[]) =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

/** A family that has not been told of SEN support: the law's must (R01, R02; 6.43, section 68). */
export function toldFlag(input: ToldPupil): Flag | null {
  const { pupilId, className, pupil, status } = input
  const missing = missingNotifications(input)
  const [first] = missing
  if (!first || !status) return null
  const names = missing.flatMap(({ recipient }) => recipient ?? [])
  const began = `On the register since ${longDate(status.from)}`
  const told = input.notifications.some(({ senStatusId }) => senStatusId === status.id)
  const shared = {
    kind: 'parents-not-told' as const,
    group: 'missed' as const,
    ruleId: first.rule,
    weight: first.schoolDays,
    pupilId,
    since: first.schoolDays === 0 ? 'Since today' : countOf(first.schoolDays, 'school day'),
    source: 'Section 68, Code 6.43',
  }
  if (names.length === 0)
    return {
      ...shared,
      act: `Add a parent or carer for ${pupil.name}`,
      path: addresses.addContact(pupilId),
      who: whoWords([className], `${began}; nobody is on record who may be told`),
    }
  const isYoungPerson = names.some(({ contactId }) => contactId === null)
  const who = isYoungPerson
    ? `${began}, and has not been told`
    : told
      ? `${began}; ${listed(names.map(({ name }) => name))} ${names.length === 1 ? 'has' : 'have'} not been told`
      : `${began}, nobody has been told`
  return {
    ...shared,
    act: isYoungPerson
      ? `Tell ${pupil.name} about SEN support`
      : `Tell ${pupil.name}’s parents about SEN support`,
    path: addresses.parentsTold(pupilId),
    who: whoWords([className], who),
  }
}

/** A concern that has no answer yet. */
export type OpenConcern = {
  readonly id: string
  readonly pupilId: string
  readonly pupilName: string
  readonly givenName: string
  readonly className: string | null
  readonly raisedBy: RaisedBy
  /** The parent or the member of staff who raised it; null where the name is not known. */
  readonly from: string | null
  readonly raisedOn: IsoDate
  readonly words: string
  /** Whether the family would like to talk about it (P88). */
  readonly asksToTalk: boolean
}

const QUOTED = 80
const LETTERS = new Intl.Segmenter('en-GB')

/** The first words of a text, cut between words where there is a place for it. */
function firstWords(text: string): string {
  const letters = [...LETTERS.segment(text.replace(/\s+/g, ' ').trim())].map(({ segment }) => segment)
  if (letters.length <= QUOTED) return letters.join('')
  const cut = letters.slice(0, QUOTED)
  const between = cut.lastIndexOf(' ')
  return `${cut.slice(0, between > QUOTED / 2 ? between : QUOTED).join('')}…`
}

const concernAct = ({ raisedBy, from, givenName, pupilName }: OpenConcern) =>
  raisedBy === 'pupil'
    ? `Answer ${pupilName}’s concern`
    : `Answer ${from ?? (raisedBy === 'parent' ? 'a parent' : 'a member of staff')}’s concern about ${givenName}`

/** A concern that waits for its answer: late after so many school days, before that to think about (R36; 6.17, 6.20). */
export function concernFlag(concern: OpenConcern, calendar: SchoolCalendar, today: IsoDate): Flag {
  const { pupilId, pupilName, className, raisedBy, raisedOn } = concern
  const { schoolDays, isLate } = concernWait({ raisedBy, raisedOn, answeredOn: null }, today, calendar)
  const promise = countOf(ANSWER_WITHIN[raisedBy], 'school day')
  return {
    kind: 'concern',
    group: isLate ? 'at-risk' : 'coming-up',
    ruleId: 'R36',
    weight: schoolDays,
    pupilId,
    act: concernAct(concern),
    path: addresses.concern(pupilId, concern.id),
    who: whoWords(
      [pupilName, className],
      `“${firstWords(concern.words)}” ${concern.asksToTalk ? 'They would like to talk. ' : ''}${isLate ? `The school’s promise is ${promise}` : `To be answered within ${promise}`}`,
    ),
    since: schoolDays === 0 ? 'New' : countOf(schoolDays, 'school day'),
    source: raisedBy === 'staff' ? 'Code 6.17' : 'Code 6.20',
  }
}
