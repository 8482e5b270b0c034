import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { notePoints } from '@/lib/parent-point/commands'
import { toldPointsForm } from '@/lib/parent-point/schema'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { keepPupilView } from '@/lib/preparation/commands'
import { pupilViewForm } from '@/lib/preparation/schema'
import { must } from '../demo-acts'
import { on } from '../demo-days'

const PREPARED = 2

const SAID = [
  {
    hope: 'One way of reading at home that we can all keep to',
    concern: 'He reads for five minutes and then it ends in tears',
    'what-helps': 'It goes better before tea, and with a book he has chosen',
    'child-wish': 'To read the football pages',
    question: 'Is it the same at school after lunch?',
  },
  { 'good-news': 'He talks about his day now', hope: 'To know what comes after Christmas' },
] as const

const HEARD = [
  'I like it when we read in the corner. I do not like reading aloud.',
  'More time, please.',
] as const

/** The meetings to come to which a parent is invited, the nearest first. */
const toPrepare = (actor: Actor, today: IsoDate) =>
  asActor(actor, (tx) =>
    tx.meetingInvitation.findMany({
      where: { meeting: { status: 'booked', heldOn: { gte: toDateColumn(today) } } },
      select: { pupilId: true, meetingId: true, contactId: true },
      orderBy: [{ meeting: { heldOn: 'asc' } }, { id: 'asc' }],
      distinct: ['meetingId'],
      take: PREPARED,
    }),
  )

/** What parents have told the school that they bring, and what the pupils want said, before the next meetings. */
export async function tellPreparing(actor: Actor, today: IsoDate): Promise<void> {
  for (const [index, place] of (await toPrepare(actor, today)).entries()) {
    const told = toldPointsForm.parse({ ...SAID[index], how: 'phone', formKey: randomUUID() })
    await must(notePoints(actor, place, told, on(today)))
    const [year = '', month = '', day = ''] = today.split('-')
    const heard = pupilViewForm.parse({
      words: HEARD[index],
      how: index === 0 ? 'drawn' : 'talked',
      with: index === 0 ? 'the teaching assistant' : '',
      on: { year, month, day },
      share: index === 0 ? 'yes' : '',
      formKey: randomUUID(),
    })
    await must(keepPupilView(actor, place.meetingId, heard, on(today)))
  }
}
