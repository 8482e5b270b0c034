import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type { AwayReason } from '@/lib/absence/rules'
import { awayReasonWords, awayWords } from '@/lib/absence/words'
import { deliveredWords } from '@/lib/do-note/words'
import { called, count, counted, listOf, sentences, text, type Said } from './facts.words'
import type { Told } from './kinds.rules'

const day = (facts: Told['facts']) => dayAndMonth(text(facts, 'on') as IsoDate)

const given = (facts: Told['facts'], name: string, words: string) =>
  count(facts, name) > 0 && `${count(facts, name)} ${words}`

/** The Do notes of one week, counted, and beneath them a line for each. */
export function sayDoNotes({ facts }: Told, base: string): Said {
  const notes = listOf(facts, 'notes')
  const how = [
    given(facts, 'given', 'given'),
    given(facts, 'partly', 'in part'),
    given(facts, 'notGiven', 'not given'),
    given(facts, 'minutes', 'minutes'),
  ].filter((part) => part !== false)
  return {
    title: `${counted(notes.length, 'Do note')} in the week: ${how.join(', ')}`,
    lines: notes.map((note) =>
      [
        `${day(note)}: ${text(note, 'provision') || 'Note'}, ${called(deliveredWords, text(note, 'delivered')).toLowerCase()}`,
        ...sentences(text(note, 'reason'), text(note, 'observation')),
      ].join('. '),
    ),
    href: text(facts, 'cycleId') === '' ? null : `${base}/cycles/${text(facts, 'cycleId')}/do`,
  }
}

/** What was measured in one week, a line for each. */
export function sayMeasured({ facts }: Told): Said {
  const taken = listOf(facts, 'taken')
  return {
    title: `${counted(taken.length, 'measurement')} in the week`,
    lines: taken.map(
      (one) =>
        `${day(one)}: ${[text(one, 'value'), text(one, 'unit')].filter(Boolean).join(' ')}. ${text(one, 'outcome')}`,
    ),
    href: null,
  }
}

/** What somebody saw of the pupil, or of how the provision is given (P41). */
export const sayObservation = ({ what, facts }: Told): Said => ({
  title: what === 'seen' ? `Observed: ${text(facts, 'place')}` : `Looked in on: ${text(facts, 'place')}`,
  lines: sentences(text(facts, 'words')),
  href: null,
})

/** A photo or a document. */
export const sayFile = ({ facts }: Told): Said => ({
  title: `File added: ${text(facts, 'title')}`,
  lines: [],
  href: null,
})

const JOINED: Readonly<Record<string, string>> = {
  'missed-for-support': 'Missed for support',
  'could-not-join': 'Could not join in',
  joined: 'Joined in',
}

/** Joining in beside other pupils: what was missed, and what was changed so that the pupil could (P57). */
export const sayJoiningIn = ({ what, facts }: Told, base: string): Said => ({
  title: `${called(JOINED, what)}: ${text(facts, 'what')}`,
  lines: sentences(text(facts, 'why'), text(facts, 'changed')),
  href: `${base}/joining-in`,
})

/** Days on which the pupil was away, so that nothing was planned (R12). */
export const sayAway = ({ what, facts }: Told, base: string): Said => ({
  title: `Away: ${awayReasonWords[what as AwayReason]}`,
  lines: [
    awayWords({ from: text(facts, 'from') as IsoDate, until: (text(facts, 'until') as IsoDate) || null }),
  ],
  href: `${base}/absences`,
})
