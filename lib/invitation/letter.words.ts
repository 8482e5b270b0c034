import { type IsoDate, longDate, timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import type { MailKind } from '@/lib/mail/rules'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import { formatWords } from '@/lib/parent-meeting/words'
import { purposeForFamily } from './words'

/** Someone who will be at a meeting, and what they do there. */
export type Coming = { readonly name: string; readonly role: string }

/** All that a letter about a meeting says; the child by first name only. */
export type LetterFacts = {
  readonly schoolName: string
  readonly officePhone: string | null
  readonly parentName: string
  /** Of siblings who are met together, both: "Amira and Zayd". */
  readonly givenName: string
  readonly isSeveral: boolean
  readonly on: IsoDate
  readonly at: string | null
  readonly minutes: number
  readonly format: ParentMeetingFormat
  readonly place: string | null
  readonly purpose: MeetingPurpose
  readonly people: readonly Coming[]
  readonly noteTaker: string | null
  readonly joinBy: string | null
  readonly papers: string | null
  readonly papersSentOn: IsoDate | null
  readonly interpreter: string | null
  readonly accessNeeds: string | null
  /** Where to say beforehand what one brings; nothing on an invitation sent before there was such a link. */
  readonly prepareUrl: string | null
  /** Where to answer without an account; nothing where nothing is asked any more. */
  readonly answerUrl: string | null
}

export type Block = {
  readonly heading: string | null
  readonly lines: readonly string[]
  readonly list: readonly string[]
  readonly link: { readonly href: string; readonly words: string } | null
}

export type LetterWords = {
  readonly subject: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** The mail that is about a meeting to come. */
type MeetingMail = Exclude<MailKind, 'meeting-record' | 'meeting-choice'>

// The school's name and what happened; never a child's name, because others see the screen of a phone.
const SUBJECTS: Record<MeetingMail, string> = {
  'meeting-invitation': 'Invitation to a meeting at school',
  'meeting-moved': 'Your meeting at school has changed',
  'meeting-called-off': 'Your meeting at school is called off',
  'meeting-reminder': 'Reminder of your meeting at school',
}

const block = (
  heading: string | null,
  lines: readonly (string | null | false)[],
  more: Partial<Block> = {},
): Block => ({
  heading,
  lines: lines.flatMap((line) => line || []),
  list: [],
  link: null,
  ...more,
})

const isThere = ({ lines, list, link }: Block) => lines.length + list.length > 0 || link !== null

const when = ({ on, at }: LetterFacts) => [weekdayDate(on), at && timeOfDay(at)].filter(Boolean).join(', ')

const opening = (kind: MeetingMail, facts: LetterFacts): string => {
  const { givenName, isSeveral } = facts
  const purpose = purposeForFamily[facts.purpose](givenName, isSeveral)
  switch (kind) {
    case 'meeting-invitation':
      return `We would like to invite you to a meeting about ${givenName}. ${purpose}`
    case 'meeting-moved':
      return `The meeting about ${givenName} that you were invited to has changed. This is how it is now.`
    case 'meeting-called-off':
      return `The meeting about ${givenName} on ${longDate(facts.on)} will not take place. You do not need to come. We will be in touch about another time.`
    case 'meeting-reminder':
      return `This is a reminder of the meeting about ${givenName}. ${purpose}`
  }
}

function details(facts: LetterFacts): Block[] {
  const { format, place, minutes, people, noteTaker, joinBy, papers, interpreter, accessNeeds } = facts
  const sent = facts.papersSentOn && ` (sent home on ${longDate(facts.papersSentOn)})`
  return [
    block('When and where', [
      when(facts),
      [place, formatWords[format]].filter(Boolean).join(', '),
      joinBy,
      `We have planned ${minutes} minutes, so that there is time to talk.`,
    ]),
    block(
      'Who will be there',
      [noteTaker && `${noteTaker} takes notes, and you will be given what was agreed.`],
      {
        list: people.map(({ name, role }) => `${name}, ${role}`),
      },
    ),
    block('Before you come', [
      papers && `Please read first: ${papers}${sent ?? ''}`,
      'You may bring someone with you: a friend, a relative, or someone who speaks for you.',
      'It helps to think about what is going well, what is hard, and what you would like to come out of it.',
    ]),
    block('What we have arranged for you', [
      interpreter && `An interpreter: ${interpreter}.`,
      accessNeeds && `Access: ${accessNeeds}.`,
    ]),
  ]
}

const toPrepare = ({ prepareUrl, givenName }: LetterFacts): Block[] =>
  prepareUrl === null
    ? []
    : [
        block(
          'Tell us beforehand, if you like',
          [
            `What you would like from the meeting, what is going well and what is hard, and what ${givenName} would like. It is talked about at the meeting, in your own words.`,
          ],
          { link: { href: prepareUrl, words: 'Say what you bring to the meeting' } },
        ),
      ]

const toAnswer = (kind: MeetingMail, { answerUrl, officePhone }: LetterFacts): Block[] => {
  const ring = officePhone ? `or ring the school on ${officePhone}` : 'or tell the school office'
  if (answerUrl === null) return [block(null, [`Questions? Please ${ring.replace(/^or /, '')}.`])]
  const ask =
    kind === 'meeting-moved'
      ? 'Please tell us again whether you can come: say yes, no, or ask for another time'
      : 'Say yes, no, or ask for another time'
  return [
    block('Please tell us', [`${ask}, with the link below, ${ring}. You need no account and no password.`], {
      link: { href: answerUrl, words: 'Answer the invitation' },
    }),
  ]
}

/** A letter about a meeting in plain words: what for, who, how long, what to read, whom to bring, how to answer (P75 to P77, P82). */
export function letterWords(kind: MeetingMail, facts: LetterFacts): LetterWords {
  const isOff = kind === 'meeting-called-off'
  return {
    subject: SUBJECTS[kind],
    heading: SUBJECTS[kind],
    blocks: [
      block(null, [`Dear ${facts.parentName}`, opening(kind, facts)]),
      ...(isOff ? [] : details(facts)),
      ...toAnswer(kind, isOff ? { ...facts, answerUrl: null } : facts),
      ...(isOff ? [] : toPrepare(facts)),
      block(null, ['With best wishes', facts.schoolName]),
    ].filter(isThere),
  }
}

/** The same as plain text. */
export const letterText = ({ blocks }: LetterWords): string =>
  blocks
    .map(({ heading, lines, list, link }) =>
      [heading, ...lines, ...list.map((item) => `* ${item}`), link?.href].filter(Boolean).join('\n'),
    )
    .join('\n\n')

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '')
const inLines = (text: string) => escaped(text).replaceAll('\n', '<br>')

/** The same as a page of its own, that a screen reader can walk through. */
export const letterHtml = ({ heading, blocks }: LetterWords): string =>
  [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(heading)}</title></head>`,
    '<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">',
    `<h1 style="font-size: 22px">${escaped(heading)}</h1>`,
    ...blocks.flatMap((part) => [
      part.heading && `<h2 style="font-size: 18px">${escaped(part.heading)}</h2>`,
      ...part.lines.map((line) => `<p>${inLines(line)}</p>`),
      part.list.length > 0 && `<ul>${part.list.map((item) => `<li>${inLines(item)}</li>`).join('')}</ul>`,
      part.link &&
        `<p><a href="${escaped(part.link.href)}">${escaped(part.link.words)}</a><br>${escaped(part.link.href)}</p>`,
    ]),
    '</body></html>',
  ]
    .filter(Boolean)
    .join('\n')
