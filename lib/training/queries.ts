import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { catalogueEntries } from '@/lib/catalogue/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { trainingPolicy } from './policy'
import { lackingNow, trainedPeople } from './reads'
import type { TrainedGiving, TrainedPerson } from './rules'

export type TrainingPage = {
  people: TrainedPerson[]
  /** Who gives something without the training it asks for. */
  lacking: TrainedGiving[]
  /** The trainings that the catalogue asks for: what is worth recording. */
  asked: string[]
}

/** What training staff hold, and what is lacking, for those who lead the school (6.50, R11). */
export async function getTraining(actor: Actor, now: Date): Promise<TrainingPage> {
  if (!trainingPolicy.manage(actor, actor)) throw new NotFound('training')
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const entries = await catalogueEntries(tx)
    const asked = entries.flatMap(({ training, retiredOn }) =>
      training !== null && retiredOn === null ? [training] : [],
    )
    return {
      people: await trainedPeople(tx, today),
      lacking: await lackingNow(tx, null, today),
      asked: [...new Set(asked)].sort((a, b) => a.localeCompare(b, 'en-GB')),
    }
  })
}
