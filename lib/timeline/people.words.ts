import { timeOfDay } from '@/lib/calendar/iso-date'
import { formatWords, meetingStatusWords } from '@/lib/parent-meeting/words'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { toldMethodWords } from '@/lib/parent-notification/words'
import { statusWords } from '@/lib/sen-status/words'
import { serviceWords } from '@/lib/specialist/words'
import { goingWords } from '@/lib/step-down/words'
import { called, dayOf, listOf, sentences, text, type Said } from './facts.words'
import type { Told } from './kinds.rules'

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

/** That a parent or the young person was told of SEN support, or that it ended. */
export const sayNotified = ({ what, facts }: Told, base: string): Said => ({
  title: `Told ${what === 'told' ? 'of SEN support' : 'that SEN support ended'}: ${text(facts, 'who') || 'the young person'}`,
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

/** Somebody who began or ended to teach or support the pupil, and a move to another class. */
export function sayPeople({ what, facts }: Told, base: string): Said {
  const before = text(facts, 'before')
  if (what === 'moved')
    return {
      title: `Moved to the class ${text(facts, 'class')}`,
      lines: sentences(before && `From ${before}`),
      href: `${base}/people`,
    }
  const who = text(facts, 'who')
  const until = text(facts, 'until') && `Until ${dayOf(facts, 'until')}`
  const where = text(facts, 'class')
  const title =
    what === 'joined' ? `${who} began to work with the pupil` : `${who} no longer works with the pupil`
  return { title, lines: sentences(where && `With the class ${where}`, until), href: `${base}/people` }
}

const SPECIALIST: Readonly<Record<string, string>> = {
  asked: 'Specialist asked',
  seen: 'First seen by a specialist',
  reported: 'Report of a specialist came',
}

/** A specialist from outside who was asked, came, or wrote (6.58 to 6.62). */
export const saySpecialist = ({ what, facts }: Told): Said => ({
  title: `${called(SPECIALIST, what)}: ${called(serviceWords, text(facts, 'service'))}`,
  lines: sentences(what === 'asked' && text(facts, 'askedFor'), what === 'reported' && text(facts, 'agreed')),
  href: null,
})

/** The two terms in which a pupil who came off the register is watched. */
export const sayWatch = ({ what, facts }: Told): Said =>
  what === 'began'
    ? { title: 'Watched after SEN support', lines: sentences(`Until ${dayOf(facts, 'until')}`), href: null }
    : {
        title: `Looked at after SEN support: ${called(goingWords, what).toLowerCase()}`,
        lines: sentences(text(facts, 'words')),
        href: null,
      }
