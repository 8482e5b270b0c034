import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import type { Answer, Entry, WayToAsk } from './rules'

/** What a parent answered, as staff read it. */
export const answerWords: Record<Answer, string> = {
  yes: 'Will come',
  no: 'Cannot come',
  'another-time': 'Asks for another time',
}

/** What a parent answered, as they read it themselves. */
export const answerWordsForFamily: Record<Answer, string> = {
  yes: 'You said that you will come.',
  no: 'You said that you cannot come.',
  'another-time': 'You asked for another time. The school will be in touch.',
}

/** What the parents of one meeting have said so far, for a list of meetings: "1 of 2 will come". */
export function answersWords(answers: readonly (Answer | null)[]): string {
  if (answers.length === 0) return 'Nobody invited yet'
  const count = (answer: Answer | null) => answers.filter((given) => given === answer).length
  const parts = [
    count('yes') > 0 && `${count('yes')} of ${answers.length} will come`,
    count('no') > 0 && `${count('no')} cannot come`,
    count('another-time') > 0 && `${count('another-time')} asked for another time`,
    count(null) > 0 && `${count(null)} not answered`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** What a parent can choose. */
export const answerChoices: Record<Answer, string> = {
  yes: 'Yes, I will come',
  no: 'No, I cannot come',
  'another-time': 'I would like another time',
}

/** How a parent is asked, as it is offered. */
export const wayToAskWords: Record<WayToAsk, string> = {
  email: 'By email, sent for you',
  letter: 'By letter, which you print',
  phone: 'By phone, already done',
  'in-person': 'Face to face, already done',
}

const are = (several: boolean) => (several ? 'are' : 'is')

/** What a meeting is for, as a letter says it to a parent; of siblings who are met together in one sentence. */
export const purposeForFamily: Record<MeetingPurpose, (name: string, several?: boolean) => string> = {
  plan: (name, several = false) =>
    `We would like to agree with you what ${name} ${are(several)} working towards, and what will help.`,
  review: (name, several = false) =>
    `We would like to look with you at how ${name} ${are(several)} getting on, what has helped, and what comes next.`,
  'annual-review': (name) =>
    `This is the annual review of ${name}’s EHC plan: how things are going, and whether the plan should change.`,
  'early-discussion': (name, several = false) =>
    `We would like to talk with you about how ${name} ${are(several)} getting on at school, what you see at home, and what might help.`,
  exit: (name, several = false) =>
    `We would like to talk with you about whether ${name} still ${several ? 'need' : 'needs'} extra support.`,
  'parents-evening': (name, several = false) =>
    `We would like to talk with you about how ${name} ${are(several)} getting on.`,
  other: (name) => `We would like to talk with you about ${name}.`,
}

const METHODS: Record<Entry['method'], string> = {
  email: 'by email',
  letter: 'by letter',
  phone: 'by phone',
  'in-person': 'face to face',
  link: 'by the link in the letter',
  service: 'in the service',
}

const KINDS: Record<Exclude<Entry['kind'], 'answered'>, string> = {
  offered: 'Invited',
  moved: 'Told that it moved',
  'called-off': 'Told that it is called off',
  reminded: 'Reminded',
}

/** One thing that was tried or came back: "Invited by email, 20 November". */
export function entryWords({
  kind,
  method,
  outcome,
  on,
}: Omit<Entry, 'id' | 'meetingId' | 'contactId' | 'mailId'>) {
  const what = kind === 'answered' ? (outcome ? answerWords[outcome] : 'Answered') : KINDS[kind]
  return `${what}${kind === 'answered' ? ', said' : ''} ${METHODS[method]}, ${dayAndMonth(on)}`
}

/** "Offered 3 times, attended 1": the school's effort, beside a count that it does not change (8.3, C12). */
export const offersWords = ({ offered, attended }: { offered: number; attended: number }): string =>
  `Offered ${offered} ${offered === 1 ? 'time' : 'times'}, attended ${attended}`
