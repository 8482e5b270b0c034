import { answerConcern } from '@/lib/concern/decide.commands'
import { raiseConcern } from '@/lib/concern/commands'
import type { ConcernAnswerForm, ConcernForm } from '@/lib/concern/schema'
import { addStrategy, endStrategy } from '@/lib/concern/strategy.commands'
import { recordTalk } from '@/lib/concern/talk.commands'
import { THE_PUPIL } from '@/lib/concern/talk.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

type Who = { waiting: DemoPupil; fresh: DemoPupil; refused: DemoPupil; watched: DemoPupil }

const raised = (
  raisedOn: ConcernForm['raisedOn'],
  words: string,
  over: Partial<ConcernForm> = {},
): ConcernForm => ({
  raisedBy: 'staff',
  contactId: null,
  raisedOn,
  words,
  signs: [],
  checkedId: null,
  ...over,
})

const versionOf = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const { version } = await tx.concern.findFirstOrThrow({ where: { id }, select: { version: true } })
    return version
  })

async function decide(actor: Actor, at: { pupilId: string; concernId: string }, form: ConcernAnswerForm) {
  const version = await versionOf(actor, at.concernId)
  await must(answerConcern(actor, { ...at, version }, form, on(form.answeredOn)))
  return asActor(actor, async (tx) => {
    const { id } = await tx.concernDecision.findFirstOrThrow({
      where: { concernId: at.concernId },
      select: { id: true },
    })
    return id
  })
}

const DECIDED = { comparison: null, noStrategiesBecause: null, lookAgainOn: null }

/** Four concerns about pupils who are not on the register: two wait for an answer, one is not SEN, one is watched. */
export async function tellConcerns(
  { senco, teacher, ago, ahead }: ClassSetting,
  { waiting, fresh, refused, watched }: Who,
): Promise<void> {
  const asked = 'There is nobody to sit with at lunch, and reading at home ends in tears.'
  const fromParent = { raisedBy: 'parent' as const, contactId: waiting.contacts[0]?.id ?? null }
  await must(raiseConcern(senco, waiting.id, raised(ago(12), asked, fromParent), on(ago(12))))

  const new1 = 'Falls behind when a lesson is only talk; fine with pictures.'
  const checkedId = await checkedLine(teacher, fresh.id)
  const signs = ['slower-than-peers' as const]
  await must(raiseConcern(teacher, fresh.id, raised(ago(1), new1, { signs, checkedId }), on(ago(1))))

  await tellRefused({ senco, teacher, ago }, refused)
  await tellWatched({ senco, teacher, ago, ahead }, watched)
}

/** The line of the last class check, where it found this pupil. */
const checkedLine = (actor: Actor, pupilId: string) =>
  asActor(actor, async (tx) => {
    const line = await tx.classCheckPupil.findFirst({
      where: { pupilId, progress: 'less-than-expected' },
      select: { id: true },
    })
    return line?.id ?? null
  })

/** "Not SEN", with the reason, talked over with the family like a "yes" (P03, P04). */
async function tellRefused(
  { senco, teacher, ago }: Pick<ClassSetting, 'senco' | 'teacher' | 'ago'>,
  pupil: DemoPupil,
): Promise<void> {
  const pupilId = pupil.id
  const words = 'Slow to begin any writing since September, and the books are half empty.'
  const signs = ['below-own-previous-rate' as const]
  const form = raised(ago(32), words, { signs })
  const { concernId } = await must(raiseConcern(teacher, pupilId, form, on(ago(32))))
  const decisionId = await decide(
    senco,
    { pupilId, concernId },
    {
      ...DECIDED,
      decision: 'not-sen',
      reasons: ['good-teaching-is-enough', 'life-event'],
      answer:
        'He writes as others do once the first line is talked through. A new baby at home means short nights; we look again if it goes on after Easter.',
      comparison: 'Reading age and spelling are as expected. Writing has caught up since half term.',
      answeredOn: ago(26),
    },
  )
  const talk = (who: string[], words: string) =>
    must(
      recordTalk(
        senco,
        { pupilId, concernId, decisionId },
        { who, words, talkedOn: ago(25), noteGiven: 'yes' },
        on(ago(25)),
      ),
    )
  const parents = pupil.contacts.slice(0, 1).map(({ id }) => id)
  await talk(
    parents,
    'Relieved, and glad that somebody looked. Would like to hear how writing goes in spring.',
  )
  await talk([THE_PUPIL], 'It is hard to start. When we say it first it is fine.')
}

/** Watched: two things were tried, one of which is tried still, and there is a day to look again (6.19). */
async function tellWatched(
  { senco, teacher, ago, ahead }: Pick<ClassSetting, 'senco' | 'teacher' | 'ago' | 'ahead'>,
  pupil: DemoPupil,
): Promise<void> {
  const pupilId = pupil.id
  const words = 'Counts on fingers for every sum and leaves the carpet when we do times tables.'
  const signs = ['gap-not-closing' as const]
  const form = raised(ago(28), words, { signs })
  const { concernId } = await must(raiseConcern(teacher, pupilId, form, on(ago(28))))
  const at = { pupilId, concernId }
  const first = { what: 'Number line on the table and five minutes of doubles each morning', fromOn: ago(27) }
  const { strategyId } = await must(addStrategy(teacher, at, first, on(ago(27))))
  const effect = {
    untilOn: ago(12),
    effect: 'helped-a-little',
    effectWords: 'Doubles to ten without fingers.',
  } as const
  await must(endStrategy(teacher, { ...at, strategyId, version: 1 }, effect, on(ago(12))))
  await decide(senco, at, {
    ...DECIDED,
    decision: 'monitor',
    reasons: ['not-enough-known'],
    answer:
      'Something helped a little. We try it in a small group until the end of next week and look again.',
    answeredOn: ago(21),
    lookAgainOn: ahead(9),
  })
  const second = { what: 'Ten minutes with objects before the lesson, with three others', fromOn: ago(11) }
  await must(addStrategy(teacher, at, second, on(ago(11))))
}
