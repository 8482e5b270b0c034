import { Card } from '@/components/look/card'
import { pupilCountWords } from '@/lib/class/words'

type ClassLine = { id: string; name: string; pupils: number }

/** The classes by name, each with how many pupils on the register this person works with. */
export function ClassList({ schoolSlug, classes }: { schoolSlug: string; classes: readonly ClassLine[] }) {
  return (
    <Card label="Classes">
      <ul className="lines">
        {classes.map(({ id, name, pupils }) => (
          <li key={id}>
            <a className="act" href={`/schools/${schoolSlug}/classes/${id}`}>
              {name}
            </a>{' '}
            <span className="soft">{pupilCountWords(pupils)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
