import { Card } from '@/components/look/card'
import { Needs } from '@/components/look/needs'
import { SUPPORT_SHOWN, type ClassSupport, type TodaySupport } from '@/lib/flag/support.words'
import { needsOf } from './needs-groups'

type Props = { schoolSlug: string; support: TodaySupport }

/** What is given today to the pupils of an assistant, each with the place to write the Do note. */
export function SupportList({ schoolSlug, support: { toNote, sessions, noted } }: Props) {
  const shown = toNote.slice(0, SUPPORT_SHOWN)
  const cut = shown.length < toNote.length ? `, ${shown.length} of ${toNote.length} to note shown` : ''
  return (
    <section aria-labelledby="support">
      <Needs
        id="support"
        kind="coming-up"
        heading="Support in force today"
        note={`${noted} of ${sessions} noted${cut}`}
        needs={needsOf(schoolSlug, shown)}
      />
    </section>
  )
}

const notedWords = ({ sessions, noted }: ClassSupport) =>
  sessions === 0 ? 'No provision in force today' : `${noted} of ${sessions} noted today`

/** The sheets of one's own classes, with how much was noted today. */
export function ClassesCard({ schoolSlug, support }: Props) {
  return (
    <Card heading="Your class sheets">
      {support.classes.map((each) => (
        <p key={each.id}>
          <a className="act" href={`/schools/${schoolSlug}/classes/${each.id}`}>
            Open the sheet of {each.name}
          </a>
          <br />
          <span className="soft small">{notedWords(each)}</span>
        </p>
      ))}
    </Card>
  )
}
