import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP archive of one deflated file, listed so many times. */
export function zipOf(content: Uint8Array, { copies = 1 } = {}): Buffer {
  const [packed, name] = [deflateRawSync(content), Buffer.from("20261123.export.CSV")];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const file = Buffer.concat([local, name, packed]);
  const entries = Buffer.concat(Array.from({ length: copies }, () => Buffer.concat([entry, name])));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, entries, end]);
}
