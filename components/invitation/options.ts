import { ANSWERS, WAYS_TO_ASK } from '@/lib/invitation/rules'
import { answerChoices, wayToAskWords } from '@/lib/invitation/words'

/** What a parent can answer, as radios offer it. */
export const answerOptions = ANSWERS.map((value) => ({ value, label: answerChoices[value] }))

/** How one parent is asked; an email only where there is an address. */
export const waysFor = ({ hasEmail, isInvited }: { hasEmail: boolean; isInvited: boolean }) => [
  ...WAYS_TO_ASK.filter((way) => way !== 'email' || hasEmail).map((value) => ({
    value,
    label: wayToAskWords[value],
  })),
  { value: '', label: isInvited ? 'Not again' : 'Not now' },
]

/** How an answer came to somebody at school. */
export const howOptions = [
  { value: 'phone', label: 'By phone' },
  { value: 'in-person', label: 'Face to face' },
  { value: 'letter', label: 'By letter or a note' },
  { value: 'email', label: 'By email' },
]
