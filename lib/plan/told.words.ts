import type { ResponsibleToldMethod } from './told.rules'

/** How somebody was told who answers for the support now. */
export const responsibleToldWords: Record<ResponsibleToldMethod, string> = {
  'in-person': 'In person',
  phone: 'By phone',
  letter: 'By letter',
  email: 'By email',
}
