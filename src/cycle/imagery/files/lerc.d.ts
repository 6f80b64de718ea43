/** What is used of Esri's library, which comes without types. */
declare module "lerc" {
  interface Decoded {
    readonly pixels: readonly (
      | Int8Array
      | Uint8Array
      | Int16Array
      | Uint16Array
      | Int32Array
      | Uint32Array
      | Float32Array
      | Float64Array
    )[];
    /** 1 where a pixel is valid, one number a pixel; absent where all are. */
    readonly mask?: Uint8Array;
    readonly dimCount: number;
  }

  const lerc: {
    decode(packed: ArrayBuffer, options: { readonly returnPixelInterleavedDims: boolean }): Decoded;
  };
  export default lerc;
}
