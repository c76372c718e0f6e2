import { z } from 'zod';

/** One thing wrong with what somebody sent; never carries personal data beyond the offending value itself. */
export const issue = z.object({
  /** Stable code of docs/errors.md. */
  code: z.string(),
  /** Where: `clients[3].latitude` in JSON. */
  path: z.string(),
  /** Workbook or CSV position, 1-based as a spreadsheet shows it. */
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  /** The value as found, at most 80 characters. */
  value: z.string().optional(),
  /** What is allowed. */
  allowed: z.string(),
  /** What to do about it, in words. */
  message: z.string(),
});
export type Issue = z.infer<typeof issue>;

/** RFC 9457 problem details with every issue. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  issues: z.array(issue).default([]),
});
export type Problem = z.infer<typeof problem>;
