import wasm from 'kernel:wasm';

/** The compiled kernel, ready to be instantiated, also in other threads. */
export const kernelModule = (): WebAssembly.Module => new WebAssembly.Module(Buffer.from(wasm, 'base64'));
