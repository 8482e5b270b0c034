import { timeOfDay } from '@/lib/calendar/iso-date'
import { decisionWords } from '@/lib/concern/words'
import { formatWords, meetingStatusWords } from '@/lib/parent-meeting/words'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { toldMethodWords } from '@/lib/parent-notification/words'
import { statusWords } from '@/lib/sen-status/words'
import { called, dayOf, listOf, sentences, text, type Said } from './facts.words'
import type { Told } from './kinds.rules'

const RAISED: Readonly<Record<string, string>> = {
  staff: 'Concern raised by staff',
  parent: 'Concern raised by a parent or carer',
  pupil: 'Concern raised by the pupil',
}

/** A concern as it was raised, decided, talked over, and what was tried. */
export function sayConcern({ what, id, facts }: Told, base: string): Said {
  const href = `${base}/concerns/${id}`
  const words = text(facts, 'words')
  if (what === 'raised')
    return { title: called(RAISED, text(facts, 'by')), lines: sentences(text(facts, 'contact'), words), href }
  if (what === 'talked')
    return { title: `Decision talked over with ${text(facts, 'with')}`, lines: sentences(words), href }
  if (what === 'tried') return { title: `Tried: ${text(facts, 'strategy')}`, lines: sentences(words), href }
  return { title: `Concern decided: ${called(decisionWords, text(facts, 'decision'))}`, lines: [words], href }
}

/** The first discussion with parents and pupil (6.39). */
export const sayEarlyDiscussion = ({ facts }: Told): Said => ({
  title: 'First discussion with the family',
  lines: sentences(text(facts, 'attended') && `With ${text(facts, 'attended')}`, text(facts, 'agreed')),
  href: null,
})

/** A time on the register that began or ended. */
export function sayStatus({ what, facts }: Told): Said {
  const status = called(statusWords, text(facts, 'status'))
  const reason = text(facts, 'reason')
  return {
    title: what === 'began' ? `${status} began` : `${status} ended`,
    lines: sentences(reason),
    href: null,
  }
}

/** Needs that were set or ended on a day, the main one first. */
export const sayNeed = ({ what, facts }: Told): Said => ({
  title: what === 'began' ? 'Needs recorded' : 'Needs no longer recorded',
  lines: sentences(text(facts, 'names')),
  href: null,
})

/** That a parent or the young person was told of SEN support. */
export const sayNotified = ({ facts }: Told, base: string): Said => ({
  title: `Told of SEN support: ${text(facts, 'who') || 'the young person'}`,
  lines: sentences(called(toldMethodWords, text(facts, 'method'))),
  href: `${base}/parents-told`,
})

/** A parent meeting, whatever came of it. */
export function sayMeeting({ what, id, facts }: Told, base: string): Said {
  const at = text(facts, 'at')
  return {
    title: `Parent meeting: ${called(meetingStatusWords, what).toLowerCase()}`,
    lines: sentences(
      called(purposeWords, text(facts, 'purpose')),
      at && `${timeOfDay(at)}, ${called(formatWords, text(facts, 'format'))}`,
      listOf(facts, 'came').length > 0 &&
        `Came: ${listOf(facts, 'came')
          .map((one) => text(one, 'name'))
          .join(', ')}`,
      text(facts, 'cancelReason'),
    ),
    href: `${base}/parent-meetings/${id}`,
  }
}

/** Somebody who began or ended to teach or support the pupil. */
export function sayPeople({ what, facts }: Told, base: string): Said {
  const who = text(facts, 'who')
  const until = text(facts, 'until') && `Until ${dayOf(facts, 'until')}`
  const where = text(facts, 'class')
  const title =
    what === 'joined' ? `${who} began to work with the pupil` : `${who} no longer works with the pupil`
  return { title, lines: sentences(where && `With the class ${where}`, until), href: `${base}/people` }
}
