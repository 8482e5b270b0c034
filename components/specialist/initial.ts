import { inBox, inBoxes } from '@/components/cycle/initial'
import type { FormValues } from '@/lib/platform/form-state'
import type { SpecialistLine } from '@/lib/specialist/rules'

/** What is recorded already, in the boxes of the form. */
export const specialistValues = (line: SpecialistLine): FormValues => ({
  ...inBox({
    service: line.service,
    personRole: line.personRole,
    askedFor: line.askedFor,
    parentsSaid: line.parentsSaid,
    agreed: line.agreed,
  }),
  ...inBoxes('parentsInvolvedOn', line.parentsInvolvedOn),
  ...inBoxes('requestedOn', line.requestedOn),
  ...inBoxes('firstSeenOn', line.firstSeenOn),
  ...inBoxes('reportReceivedOn', line.reportReceivedOn),
  ...inBoxes('sharedWithParentsOn', line.sharedWithParentsOn),
  ...inBoxes('sharedWithStaffOn', line.sharedWithStaffOn),
})
