export * from './provider-file/fields.js';
export * from './provider-file/provider-file.js';
export * from './http/views.js';
export * from './http/changes.js';
export * from './jobs.js';
export * from './issue.js';
export * from './error-codes.js';
