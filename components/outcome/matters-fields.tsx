import type { Field } from '@/components/govuk/field'
import { Checkboxes, Radios, TextArea } from '@/components/govuk/fields'
import { WISHES } from '@/lib/outcome/long-term.rules'
import { wishWords } from '@/lib/outcome/long-term.words'
import { LINES } from '@/lib/outcome/schema'
import { BROAD_AREAS } from '@/lib/sen-status/needs.rules'
import { broadAreaWords } from '@/lib/sen-status/words'

type Props = { field: (name: 'why' | 'wish' | 'broadAreas') => Field; givenName: string }

/** Why an outcome matters, whose wish it is, and the broad areas it is about (P24, P25; 6.28). */
export function MattersFields({ field, givenName }: Props) {
  return (
    <>
      <TextArea field={field('why')} label="Why does it matter, and to whom?" limit={LINES} />
      <Radios
        field={field('wish')}
        legend="Whose wish is it?"
        options={WISHES.map((wish) => ({ value: wish, label: wishWords(wish, givenName) }))}
      />
      <Checkboxes
        field={field('broadAreas')}
        legend="Which broad areas is it about?"
        options={BROAD_AREAS.map((area) => ({ value: area, label: broadAreaWords[area] }))}
      />
    </>
  )
}
