export { readProviderFile, type ReadOptions, type ReadResult } from './read-provider-file.js';
export { inputFromPath, type NamedBytes, type ProviderInput } from './sources/input.js';
export { LIMITS } from './limits.js';
export { writeProviderFile, type ProviderFormat } from './write/write-provider-file.js';
export { writeTemplate } from './write/template.js';
export { exampleProvider } from './write/example.js';
