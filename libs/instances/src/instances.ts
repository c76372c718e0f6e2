import { gunzipSync, strFromU8 } from 'fflate';
import type { Plan, PlanCost } from '#engine';
import { apgaita } from './apgaita/index.js';
import type { FormatName, InstanceContext, InstanceFormat, ReadInstance, ReadSolution } from './format.js';
import { hhcrsp } from './hhcrsp/index.js';
import { IssueList, type InstanceIssue } from './issue.js';
import { uhhc } from './uhhc/index.js';
import { vrptw } from './vrptw/index.js';

const FORMATS: Readonly<Record<FormatName, InstanceFormat>> = { hhcrsp, uhhc, vrptw, apgaita };

/**
 * Reads an instance, gzipped or not.
 * @param name what messages call the instance; usually its file name
 * @returns the problem and what it takes to speak of it in the format's units, or every issue at once
 */
export function readInstance(format: FormatName, bytes: Uint8Array, name: string): ReadInstance {
  const text = decode(bytes);
  return 'issues' in text ? { ok: false, issues: text.issues } : FORMATS[format].readInstance(text.text, name);
}

/** Reads a solution file of the context's format, gzipped or not. */
export function readSolution(context: InstanceContext, bytes: Uint8Array): ReadSolution {
  const text = decode(bytes);
  return 'issues' in text ? { ok: false, issues: text.issues } : FORMATS[context.format].readSolution(context, text.text);
}

/** A feasible plan as a solution file of the context's format. */
export function writeSolution(context: InstanceContext, plan: Plan, cost: PlanCost): string {
  return FORMATS[context.format].writeSolution(context, plan, cost);
}

function decode(bytes: Uint8Array): { text: string } | { issues: readonly InstanceIssue[] } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { text: new TextDecoder().decode(bytes) };
  try {
    return { text: strFromU8(gunzipSync(bytes)) };
  } catch (error) {
    const found = new IssueList();
    found.add('not_gzip', '', undefined, {
      allowed: 'a whole gzip file',
      message: error instanceof Error ? error.message : 'The file is damaged.',
    });
    return { issues: found.issues };
  }
}
