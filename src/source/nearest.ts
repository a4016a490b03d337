export { didYouMean, nearest } from '../config/nearest.ts';
