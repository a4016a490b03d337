import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';

const PORTS = 116;
const MEASURES = ['Trucks', 'Buses', 'Trains', 'Pedestrians', 'Personal Vehicles', 'Personal Vehicle Passengers'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const BATCH = 20_000;

/** Writes a file of about `bytes` bytes in the shape of crossing records, always the same, unless it is there. */
export function generate(path, bytes) {
  if (existsSync(path) && statSync(path).size >= bytes) return;
  const file = openSync(path, 'w');
  let written = writeSync(file, 'Port Name,State,Port Code,Border,Date,Measure,Value,Latitude,Longitude,Point\n');
  for (let start = 0; written < bytes; start += BATCH) {
    let text = '';
    for (let i = start; i < start + BATCH; i++) text += record(i);
    written += writeSync(file, text);
  }
  closeSync(file);
}

function record(i) {
  const random = Math.imul(i ^ (i >>> 15), 0x2c1b3c6d) >>> 0;
  const port = random % PORTS;
  const border = port < 84 ? 'US-Canada Border' : 'US-Mexico Border';
  const date = `${MONTHS[(random >>> 7) % 12]} ${1996 + ((random >>> 11) % 30)}`;
  const measure = MEASURES[(random >>> 16) % MEASURES.length];
  const value = (random >>> 20) % 7 === 0 ? 0 : Math.imul(random, 40503) >>> (12 + (random % 12));
  const [latitude, longitude] = [(25 + port / 5).toFixed(3), (-67 - port / 2).toFixed(3)];
  const point = `POINT (${longitude}722 ${latitude}661)`;
  return `Port ${port},State ${port % 15},${String(port).padStart(4, '0')},${border},${date},${measure},${value},${latitude},${longitude},${point}\n`;
}
