export * from './holidays.js';
export * from './interval.js';
export * from './iso-day.js';
export * from './statutory-terms.js';
export * from './wall-clock.js';
export * from './working-days.js';
