import { type IsoDate, weekdayDate } from '@/lib/calendar/iso-date'
import type { Block, LetterWords } from '@/lib/invitation/letter.words'
import { purposeForFamily } from '@/lib/invitation/words'
import { formatWords } from '@/lib/parent-meeting/words'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'

/** All that a letter asking to choose a time says; the child by first name only. */
export type ChoiceFacts = {
  readonly minutes: number
  readonly purpose: MeetingPurpose
  readonly format: ParentMeetingFormat
  readonly firstOn: IsoDate
  readonly lastOn: IsoDate
  readonly schoolName: string
  readonly officePhone: string | null
  readonly parentName: string
  readonly givenName: string
  readonly leaderName: string
  readonly until: IsoDate
  readonly url: string
}

const block = (heading: string | null, lines: readonly string[], link: Block['link'] = null): Block => ({
  ...{ heading, lines, link },
  list: [],
})

const SUBJECT = 'Choose a time for a meeting at school'

/** A letter that asks a parent to choose a time: what for, with whom, how long, and how; no child's name in its subject. */
export function choiceLetter(facts: ChoiceFacts): LetterWords {
  const { schoolName, officePhone, parentName, givenName, leaderName, minutes, purpose, format, until, url } =
    facts
  const ring = officePhone ? `or ring the school on ${officePhone}` : 'or tell the school office'
  return {
    subject: SUBJECT,
    heading: SUBJECT,
    blocks: [
      block(null, [
        `Dear ${parentName}`,
        `We would like to meet you about ${givenName}. ${purposeForFamily[purpose](givenName)}`,
      ]),
      block('When and with whom', [
        `Between ${weekdayDate(facts.firstOn)} and ${weekdayDate(facts.lastOn)}, ${formatWords[format]}, with ${leaderName}.`,
        `We have planned ${minutes} minutes, so that there is time to talk. You may bring someone with you.`,
      ]),
      block(
        'Please choose a time',
        [
          `Choose by ${weekdayDate(until)} with the link below, ${ring}. You need no account and no password.`,
          'If you choose none, we will suggest one.',
        ],
        { href: url, words: 'Choose a time' },
      ),
      block(null, ['With best wishes', schoolName]),
    ],
  }
}
