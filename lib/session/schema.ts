import { z } from 'zod'
import { PASSWORD_MAX, PASSWORD_MIN } from './password.rules'

/** A new password, typed twice so that a slip is noticed now and not tomorrow at the door. */
export const passwordForm = z
  .object({
    password: z
      .string()
      .default('')
      .refine((text) => text !== '', 'Enter a password')
      .refine(
        (text) => text === '' || text.length >= PASSWORD_MIN,
        `Password must be ${PASSWORD_MIN} characters or more`,
      )
      .refine((text) => text.length <= PASSWORD_MAX, `Password must be ${PASSWORD_MAX} characters or less`),
    passwordAgain: z.string().default(''),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'Enter the same password again',
  })
