/** What `trim` takes off the ends of a text, so that databases take the same for blank. */
export const BLANKS = ` \t\n\v\f\r\u00a0\u1680${String.fromCharCode(...Array.from({ length: 11 }, (_, i) => 0x2000 + i))}\u2028\u2029\u202f\u205f\u3000\ufeff`;
