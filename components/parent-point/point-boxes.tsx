import type { Field } from '@/components/govuk/field'
import { TextArea, TextInput } from '@/components/govuk/fields'
import type { PointKind } from '@/lib/parent-point/rules'
import { LIMITS } from '@/lib/parent-point/schema'

type Props = {
  field: (name: PointKind | 'bringing') => Field
  givenName: string
  /** Asked of the parent, or of somebody at school about them. */
  forParent: boolean
  /** Whether there is a meeting to bring somebody to. */
  withBringing: boolean
}

/** The questions that guides tell parents to ask themselves before a meeting (P76, P78 to P80). */
export function PointBoxes({ field, givenName, forParent, withBringing }: Props) {
  const [you, see] = forParent ? ['you', 'do you notice'] : ['they', 'do they notice']
  return (
    <>
      {withBringing && (
        <TextInput
          field={field('bringing')}
          label={forParent ? 'Who will come with you? (optional)' : 'Who will come with them? (optional)'}
          hint="A friend, a relative, or someone who speaks for you"
        />
      )}
      <TextArea
        field={field('hope')}
        label={`What would ${you} like to come out of it?`}
        limit={LIMITS.text}
        rows={3}
      />
      <TextArea
        field={field('good-news')}
        label={`What is going well for ${givenName}?`}
        limit={LIMITS.text}
        rows={3}
      />
      <TextArea
        field={field('concern')}
        label={`What is difficult for ${givenName}, at school or at home?`}
        limit={LIMITS.text}
        rows={4}
      />
      <TextArea
        field={field('what-helps')}
        label={`What ${see} that makes it better or worse?`}
        limit={LIMITS.text}
        rows={3}
      />
      <TextArea
        field={field('child-wish')}
        label={`What does ${givenName} wish?`}
        hint={`If you can, ask ${givenName}`}
        limit={LIMITS.text}
        rows={3}
      />
      <TextArea
        field={field('question')}
        label={forParent ? 'What would you like to ask?' : 'What would they like to ask?'}
        limit={LIMITS.text}
        rows={3}
      />
    </>
  )
}
