// What the kernel cannot decide by itself it asks the TypeScript side, handing over raw bytes.

/** Called when memory would pass the limit; throws. */
export declare function full(): void;

/** Called when a quote stands where the fast way cannot follow it and the exact state is not known; throws. */
export declare function odd(): void;

/** Called when a sum of several workers might take more than 128 bits; throws. */
export declare function wide(): void;

/** Judges a raw record: 0 it is blank, 1 it is rejected, 2 it is to be tallied. */
export declare function judge(from: u32, to: u32, line: u32, fields: u32): u32;

/** Takes a cell that is no plain number: a value, a null token or a reject, under the entry at `offset`. */
export declare function cell(offset: u32, measure: u32, from: u32, to: u32, line: u32): void;
