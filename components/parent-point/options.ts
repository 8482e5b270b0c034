import { WAYS_TOLD } from '@/lib/parent-point/rules'
import { wayToldWords } from '@/lib/parent-point/words'

/** How a parent can have told somebody at school what they bring. */
export const toldOptions = WAYS_TOLD.map((value) => ({ value, label: wayToldWords[value] }))

/** Of siblings who are met together, whom a parent's words are about. */
export const aboutOptions = (givenNames: readonly string[]) =>
  givenNames.map((label, place) => ({ value: String(place), label }))
