/** The part of WebAssembly that is used here; the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  type ModuleImports = Record<string, (...numbers: number[]) => unknown>;
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, ModuleImports>);
    readonly exports: object;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function validate(bytes: Uint8Array): boolean;
}
