export { createTravelTimes, TRAVEL_WARNINGS, type TravelOptions } from './travel-times.js';
export { estimateSeconds } from './estimate.js';
