import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { LetterWords } from '@/lib/invitation/letter.words'
import { LINK_DAYS } from './rules'

type Facts = {
  readonly schoolName: string
  readonly officePhone: string | null
  readonly parentName: string
  readonly givenName: string
  readonly on: IsoDate
  readonly number: number
  readonly url: string
}

/** The letter that brings a parent their copy of a record: a first name and a day, and not a word of what was said (6.71). */
export function recordLetterWords(facts: Facts): LetterWords {
  const { schoolName, officePhone, parentName, givenName, on, number, url } = facts
  const subject =
    number === 1 ? 'The record of your meeting at school' : 'A changed record of your meeting at school'
  const opening =
    number === 1
      ? `This is the record of what we agreed at the meeting about ${givenName} on ${longDate(on)}.`
      : `The record of the meeting about ${givenName} on ${longDate(on)} has been changed. It says why, and what it said before.`
  const ring = officePhone ? `ring the school on ${officePhone}` : 'ask the school office'
  return {
    subject,
    heading: subject,
    blocks: [
      { heading: null, lines: [`Dear ${parentName}`, opening], list: [], link: null },
      {
        heading: 'Read it',
        lines: [
          `The link works for ${LINK_DAYS} days. You need no account and no password: we ask for ${givenName}’s date of birth, so that nobody else reads it.`,
        ],
        list: [],
        link: { href: url, words: 'Read the record' },
      },
      {
        heading: null,
        lines: [`If you would rather have it on paper, or something is not as you remember it, ${ring}.`],
        list: [],
        link: null,
      },
      { heading: null, lines: ['With best wishes', schoolName], list: [], link: null },
    ],
  }
}
