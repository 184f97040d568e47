/** A legal deadline. The arithmetic is in the calendar package; this is the shape that everything stores. */
import * as z from 'zod';

/** A date in Asia/Shanghai, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();
export type LocalDate = string;

export const deadlineSchema = z.object({
  /** The last day on which the duty can be done in time. */
  date: localDateSchema,
  /** Provisional while a year it crosses has no announced calendar. */
  status: z.enum(['final', 'provisional']),
  calendarVersion: z.string(),
  /** The day from which was counted (itself not counted) and how many working days: enough to recompute. */
  from: localDateSchema,
  workingDays: z.int().nonnegative(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
