import { type Concept, headingKey } from './concepts.rules'
import { PUPIL_HEADINGS } from './headings.rules'
import { SEN_HEADINGS } from './sen-headings.rules'
import { NUMBERED_HEADINGS } from './numbered-headings.rules'

const HEADINGS = [...PUPIL_HEADINGS, ...SEN_HEADINGS, ...NUMBERED_HEADINGS]

type Meaning = { concept: Concept; sureness: number }

const MEANINGS = new Map<string, Meaning>()
for (const [concept, headings] of HEADINGS) {
  headings.forEach((heading, sureness) => {
    const key = headingKey(heading)
    if (!MEANINGS.has(key)) MEANINGS.set(key, { concept, sureness })
  })
}

/** Every concept a column may be given on the mapping page, in the order they are offered. */
export const CONCEPTS: readonly Concept[] = HEADINGS.map(([concept]) => concept)

/** What a heading means by its words alone, and how far down the list of headings for it that stood; the lower the surer. */
export const meaningOf = (heading: string): Meaning | null => MEANINGS.get(headingKey(heading)) ?? null
