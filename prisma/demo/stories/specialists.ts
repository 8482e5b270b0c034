import { recordSpecialist } from '@/lib/specialist/commands'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

type Who = { advised: DemoPupil; waiting: DemoPupil; unshared: DemoPupil }

/** Three specialists: one whose advice is shared and agreed, one asked and waited for, one whose report lies unshared (6.59). */
export async function tellSpecialists(
  { senco, ago }: ClassSetting,
  { advised, waiting, unshared }: Who,
): Promise<void> {
  const today = on(ago(0))
  await must(
    recordSpecialist(
      senco,
      advised.id,
      {
        service: 'speech-and-language',
        personRole: 'Speech and language therapist, community clinic',
        askedFor: 'How can new words be taught so that they last until the next week?',
        parentsInvolvedOn: ago(50),
        parentsSaid: 'Yes, if it happens at school and not in lesson time again.',
        requestedOn: ago(48),
        firstSeenOn: ago(30),
        reportReceivedOn: ago(18),
        sharedWithParentsOn: ago(15),
        sharedWithStaffOn: ago(14),
        agreed:
          'Six words a week, each with a picture, a sound and a movement. Looked at again in spring by the same therapist.',
      },
      today,
    ),
  )
  await must(
    recordSpecialist(
      senco,
      waiting.id,
      {
        service: 'educational-psychology',
        personRole: null,
        askedFor: 'What makes beginning a task so hard, and what should lessons change?',
        parentsInvolvedOn: ago(22),
        parentsSaid: 'We would like to be there when the psychologist comes.',
        requestedOn: ago(20),
        firstSeenOn: null,
        reportReceivedOn: null,
        sharedWithParentsOn: null,
        sharedWithStaffOn: null,
        agreed: null,
      },
      today,
    ),
  )
  await must(
    recordSpecialist(
      senco,
      unshared.id,
      {
        service: 'occupational-therapy',
        personRole: 'Occupational therapist',
        askedFor: 'Chair, pencil and table: what would make writing less tiring?',
        parentsInvolvedOn: ago(40),
        parentsSaid: 'Please. The hand hurts after half a page.',
        requestedOn: ago(39),
        firstSeenOn: ago(12),
        reportReceivedOn: ago(3),
        sharedWithParentsOn: null,
        sharedWithStaffOn: ago(2),
        agreed: null,
      },
      today,
    ),
  )
}
