import { delimited } from './csv.ts';

export default delimited('\t');
