/** A piece of HTML that is safe to put in as it stands: made by `markup`, and by nothing else. */
export type Html = { readonly html: string }

type Part = string | number | Html | readonly Html[] | null | false

const SPECIAL = /[&<>"']/
const ALL_SPECIAL = /[&<>"']/g
const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, between tags or inside quotation marks; most names have nothing to escape. */
export const escaped = (text: string) =>
  SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => REFERENCES[character] ?? character) : text

function written(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if (part === null || part === false) return ''
  if ('html' in part) return part.html
  return part.map(({ html }) => html).join('')
}

// Line breaks in a template are for whoever reads it here, and stand inside tags only.
const tightened = new WeakMap<TemplateStringsArray, readonly string[]>()

function tight(template: TemplateStringsArray): readonly string[] {
  const known = tightened.get(template)
  if (known) return known
  const made = template.map((text) => text.replace(/\n\s*(?=>)/g, ''))
  tightened.set(template, made)
  return made
}

/**
 * HTML from a template: whatever is put into it is escaped unless it is HTML made the same way. Values may stand
 * between tags or in quoted attributes, nowhere else. A line may be broken before the `>` of a tag.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = tight(template)
  let text = texts[0] ?? ''
  for (let place = 0; place < parts.length; place++)
    text += written(parts[place] ?? null) + (texts[place + 1] ?? '')
  return { html: text }
}
