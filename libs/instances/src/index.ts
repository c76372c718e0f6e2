export { readInstance, readSolution, writeSolution } from './instances.js';
export { FORMAT_NAMES, ownCost, type FormatName, type InstanceContext, type ReadInstance, type ReadSolution } from './format.js';
export type { InstanceIssue, InstanceIssueCode } from './issue.js';
