import { dayAndMonth, daysBetween } from '@/lib/calendar/iso-date'
import { listed } from './line.words'
import type { Spread, TermHeld } from './spread.rules'
import { numberOf } from './words'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `Autumn` as a school calls it is `the autumn term`; what is called a term already stays so. */
function termWords({ name }: TermHeld): string {
  const plain = name.replace(/\s+term$/i, '')
  return `the ${plain.charAt(0).toLowerCase()}${plain.slice(1)} term`
}

/** What is said beside the state about how the meetings lie over the year; nothing where they are spread. */
export function spreadSentences({ bunchedIn, without, close }: Spread): string[] {
  const sentences: string[] = []
  if (bunchedIn)
    sentences.push(
      `${capital(numberOf(bunchedIn.held))} were in ${termWords(bunchedIn)} and none in ${listed(without.map(termWords))}. The Code counts the year, so the state stays as it is; one guide for parents asks for one each term.`,
    )
  if (close) {
    const [first, second] = close
    const days = daysBetween(first, second)
    sentences.push(
      `The meetings of ${dayAndMonth(first)} and ${dayAndMonth(second)} are ${days} ${days === 1 ? 'day' : 'days'} apart. Both count.`,
    )
  }
  return sentences
}
