import { daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { RequestToMeet, ViewsLine } from '@/lib/assessment/request.rules'
import type { EarlyLine } from '@/lib/early-discussion/rules'
import { missingWords } from '@/lib/early-discussion/words'
import type { QuestionDue } from '@/lib/open-question/rules'
import { addresses, allOfKind } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag, TodayLine } from './rules'

/** The early discussion that is not written down or not given, and the advice service not mentioned (R03, R04; 6.39). */
export function earlyFlags(line: EarlyLine): Flag[] {
  const { pupilId, name, className, missing, lacksAdvice, statusFrom } = line
  const flags: Flag[] = []
  if (missing) {
    const { what, discussionId, schoolDays, isPrompt, since } = missing
    flags.push({
      kind: 'early-discussion',
      group: isPrompt ? 'coming-up' : 'at-risk',
      ruleId: 'R03',
      weight: schoolDays,
      pupilId,
      act:
        what === 'no-note' ? `Write down the early discussion about ${name}` : `Give the note about ${name}`,
      path:
        discussionId === null ? addresses.writeEarly(pupilId) : addresses.giveEarly(pupilId, discussionId),
      who: whoWords([className], missingWords(missing)),
      since: `Since ${longDate(since)}`,
      source: 'Code 6.39',
    })
  }
  // The note itself asks about the advice service, so until it is written there is one act and not two.
  if (lacksAdvice && missing?.what !== 'no-note')
    flags.push({
      kind: 'advice',
      group: 'at-risk',
      ruleId: 'R04',
      weight: 0,
      pupilId,
      act: `Tell ${name}’s family about the advice service`,
      path: addresses.advice(pupilId),
      who: whoWords([className], 'Help for families that is not from the school, told once in each phase'),
      since: `Since ${longDate(statusFrom)}`,
      source: 'Code 6.39',
    })
  return flags
}

const LACKS = { parentViews: 'the parents’ views', pupilViews: 'the pupil’s own views' } as const

/** An assessment without the parents' or the pupil's views: to think about while it is made, at risk after (R06; 6.45). */
export function viewsFlag(line: ViewsLine, today: IsoDate): Flag {
  const { pupilId, cycleId, pupilName, className, isAssessing, startedOn, lacks } = line
  return {
    kind: 'views',
    group: isAssessing ? 'coming-up' : 'at-risk',
    ruleId: 'R06',
    weight: daysBetween(startedOn, today),
    pupilId,
    act: `Write down what ${lacks.length === 2 ? 'the family says' : lacks[0] === 'parentViews' ? 'the parents say' : 'the pupil says'} about ${pupilName}`,
    path: addresses.assess(pupilId, cycleId),
    who: whoWords([className], `The assessment is without ${lacks.map((part) => LACKS[part]).join(' and ')}`),
    since: `Since ${longDate(startedOn)}`,
    source: 'Code 6.45',
  }
}

/** A request of a colleague, on the Today page of whoever was asked (6.45). */
export const requestFlag = (request: RequestToMeet, today: IsoDate): Flag => ({
  kind: 'contribute',
  group: 'coming-up',
  ruleId: '6.45',
  weight: daysBetween(request.askedOn, today),
  pupilId: request.pupilId,
  act: `Say what you know about ${request.pupilName}`,
  path: addresses.contribute(request.pupilId, request.cycleId, request.kind),
  who: whoWords(
    [request.className],
    [`${request.askedBy} asks for it`, request.words && `“${request.words}”`].filter(Boolean).join(': '),
  ),
  since: `Asked on ${longDate(request.askedOn)}`,
  source: 'Code 6.45',
})

/** Something this person was to find out by now (P19). */
export function questionFlag(question: QuestionDue, today: IsoDate): Flag {
  const late = daysBetween(question.dueOn, today)
  return {
    kind: 'find-out',
    group: late > 0 ? 'at-risk' : 'coming-up',
    ruleId: 'P19',
    weight: late,
    pupilId: question.pupilId,
    act: `Find out about ${question.pupilName}: ${question.what}`,
    path: addresses.question(question.pupilId, question.id),
    who: whoWords([question.className], `To be found out by ${longDate(question.dueOn)}`),
    since: late === 0 ? 'Due today' : `${countOf(late, 'day')} late`,
    source: 'Code 6.19',
  }
}

const manyWords: Record<'early-discussion' | 'advice' | 'views', (count: number) => [string, string]> = {
  'early-discussion': (count) => [
    `Write down or give ${count} early discussions`,
    'A short note of the first talk with pupil and parents, for them to keep',
  ],
  advice: (count) => [
    `Tell ${count} families about the advice service`,
    'Help for families that is not from the school, told once in each phase',
  ],
  views: (count) => [
    `Write down what families say in ${count} assessments`,
    'The parents’ views or the pupil’s own are missing',
  ],
}

/** Many of one kind in one line, where each by itself would say the same. */
export const manyLine =
  (kind: keyof typeof manyWords) =>
  (flags: readonly Flag[]): TodayLine => {
    const [act, who] = manyWords[kind](flags.length)
    return {
      act,
      who,
      path: allOfKind(kind),
      since: countOf(flags.length, 'pupil'),
      source: kind === 'views' ? 'Code 6.45' : 'Code 6.39',
    }
  }
