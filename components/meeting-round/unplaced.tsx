import { Needs } from '@/components/look/needs'
import type { UnplacedLine } from '@/lib/meeting-round/view.rules'
import { unplacedWords } from '@/lib/meeting-round/words'

type Props = { lines: readonly UnplacedLine[]; hrefOf: (line: UnplacedLine) => string }

/** The meetings that have no place, each with the plain reason. */
export function Unplaced({ lines, hrefOf }: Props) {
  return (
    <Needs
      id="unplaced"
      kind="at-risk"
      heading={`Without a place, ${lines.length}`}
      note="What stands in the way, and what would help"
      needs={lines.map((line) => ({
        href: hrefOf(line),
        act: `Find a place for ${line.name}`,
        who: line.why ? `${unplacedWords(line.why, line.who)}.` : 'Not placed yet.',
        since: line.className ?? '',
        source: '',
      }))}
    />
  )
}
