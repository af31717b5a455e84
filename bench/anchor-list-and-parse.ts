// The anchor of P1, a process of its own: drains and parses the pages of all lists, keeps nothing, says how long it took.
// The clock starts when Node is up: the product's starts before.
import { drainLists } from './harness/drain-lists.ts';

const [origin] = process.argv.slice(2);
if (origin === undefined) throw new Error('anchor-list-and-parse.ts ORIGIN');
const startedAtMs = performance.now();
let objects = 0;
const bytes = await drainLists(origin, (_kind, { items }) => (objects += items.length));
console.log(JSON.stringify({ elapsedMs: performance.now() - startedAtMs, objects, bytes }));
