import { PART, PERCENT, percent } from './figure-words.ts';
import { english, lexeme } from './lexeme.ts';
import type { Lexeme } from './token.ts';
import { MOVES } from './word-forms.ts';

const CHANGE =
  '(?:increase|rise|growth|gains?|surge|jump|upturn|decrease|decline|fall|drop|loss|losses|reduction|downturn|change|difference|gap)';
const SHARE = `(?:<N>[ -]?${PERCENT}|(?:an?|<N>)[ -]${PART}|half)`;
const EARLIER = `(?:after|following|despite|on top of|having)(?= (?:an? |the |been )?(?:\\p{L}+ly )?(?:${MOVES}|<N> ?${PERCENT}|(?:\\p{L}+ )?${CHANGE} of))`;

const unclear =
  (why: (text: string) => string): Lexeme['meaning'] =>
  (_, text) => ({ type: 'unclear', why: why(`"${text.trim()}"`) });

const bounds = (text: string): string => `what bounds ${text}`;
const inWords = unclear((text) => `how much ${text} is; write it in digits`);

/** Figures that are neither a measure nor its change: parts of a change, rates of rates, numbers that only words tell. */
export const OTHER_FIGURES: readonly Lexeme[] = [
  english(
    `${SHARE} of (?:the |this |that |its |their |all )?(?:\\p{L}+ ){0,2}?${CHANGE}`,
    unclear((text) => `${text} is a part of a change, not a change`),
  ),
  english(
    `(?:(?:an?|<N>)[ -]${PART}(?: of)?|half|twice|double|triple|<N> times|<N> ?${PERCENT} of) the (?:rate|pace|speed)`,
    unclear((text) => `${text} compares one change with another`),
  ),
  english(
    `by (?:about |around |nearly |some )?<N>[ -]?${PERCENT} (?:more|less|fewer)(?= than)`,
    unclear((text) => `${text} compares one change with another`),
  ),
  english(
    `<N>[ -]?${PERCENT} (?:faster|slower|longer|shorter|earlier|later|more (?:slowly|quickly|rapidly))`,
    unclear((text) => `${text} is no change of an amount`),
  ),
  english(
    `(?:an? )?annual(?:i[sz]ed)? <N>[ -]?${PERCENT}|<N>[ -]?${PERCENT} (?:yearly|p\\.a\\.|on average)`,
    unclear((text) => `${text} is a rate per year, not a change`),
  ),
  english('half (?:a|of (?:an?|one|1)) ?(?:per ?cent|%)(?![ -]points?)', () => percent('', '0.5')),
  english(`(?:<N>|(?:an?|<N>)[ -]${PART}) of (?:an?|one|1) (?:per ?cent|%|(?:percentage |per ?cent )?point)`, inWords),
  english(`<N> and (?:an?|one|<N>)[ -]${PART}(?: (?:times|${PERCENT}|million|billion|thousand))?`, inWords),
  english('<N> ?(?:lakhs?|crores?|dozen|score|mln|mio)', inWords),
  lexeme('(?<=from (?:about |around |some )?)<N>(?= to <N>(?<=[a-z]))', ([n = '', m = '']) =>
    /^\d+(?:\.\d+)?$/.test(n) ? { type: 'unclear', why: `whether "${n}" is of the scale of "${m}"` } : null,
  ),
  lexeme(
    `<N>(?:\\+ ?${PERCENT}|\\+| ?${PERCENT}(?:-plus|\\+| or (?:more|less|higher|lower|fewer|over|under)(?!\\p{L})))`,
    unclear(bounds),
  ),
  english(
    '<N>[ -]points?',
    unclear((text) => `whether ${text} are percentage points`),
  ),
  lexeme(String.raw`(?<![\p{L}\d.,])(?!\d{1,2}\.\d{1,2}\.\d{4})\d+(?:[.,]\d+){2,}(?!\d)`, (_, text) =>
    /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? null : { type: 'unclear', why: `how "${text}" is written` },
  ),
  english('(?:from|to|into) an? (?:\\p{L}+ )?(?:deficit|shortfall|loss|surplus|profit)', (_, text) => ({
    type: 'unclear',
    why: `"${text}": which figures are below zero`,
    window: true,
  })),
  english(
    `${EARLIER}(?=(?:[^.;,]|[.,]\\d)*? (?:<P>|(?:the|a) (?:first|second|third|fourth|last|previous|preceding|prior|same|month|quarter|year)))`,
    () => ({ type: 'clause' }),
  ),
  english(
    `${EARLIER}(?:[^.;,]|[.,]\\d)*?<N> ?${PERCENT}(?: (?:${MOVES}))?`,
    unclear((text) => `when it was, ${text}`),
  ),
];
