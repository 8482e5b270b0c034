import { Card } from '@/components/look/card'
import type { MeetingRuleSet } from '@/lib/parent-meeting/rule-set.rules'
import { formatWords, numberOf } from '@/lib/parent-meeting/words'
import { listed } from '@/lib/parent-meeting/line.words'
import { longDate } from '@/lib/calendar/iso-date'

/** The rule in plain sentences, with the numbers of the year's rule set (R21, C1 to C14). */
export function RuleCard({ rule, others }: { rule: MeetingRuleSet; others: readonly MeetingRuleSet[] }) {
  return (
    <Card heading="The rule">
      <p>A meeting counts when all of this is true:</p>
      <ul>
        <li>it was held, and not only booked, in this school year and not in the future</li>
        <li>the pupil was on SEN support or had an EHC plan here on that day</li>
        <li>a parent or carer came; after compulsory school age the young person’s own coming is enough</li>
        <li>a teacher, the SENCO or the headteacher led it</li>
        <li>it was about outcomes, activities and support, not a parents’ evening alone</li>
        <li>
          it was{' '}
          {listed(rule.formats.map((format) => formatWords[format])).replace(/ and ([^,]*)$/, ' or $1')}
        </li>
        <li>no other meeting of that day counts, and no other of the same round</li>
      </ul>
      <p>
        {numberOf(rule.eachYear).replace(/^./, (first) => first.toUpperCase())} are asked in a school year.
        Each term has a day by which its meeting is due. Whoever is behind on the day after is at risk;
        whoever has too few school days left is not met. A record is not needed for a meeting to count: where
        it is missing that is said apart.
      </p>
      {others.map((other) => (
        <p className="small soft" key={other.from}>
          From {longDate(other.from)}, {other.source}, {other.paragraph}: “{other.words}” Years keep the rule
          they began with.
        </p>
      ))}
    </Card>
  )
}
