// A process of its own: an API server that only reads, with every answer ready in memory.
// tsx bench/api-simulator.ts --fixture F10 [--seed 1] [--port 0]
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { isFixtureName } from './fixture/cluster-plan.ts';
import { answerRequest } from './simulator/answer-request.ts';
import { SimulatedCluster } from './simulator/simulated-cluster.ts';

const { values } = parseArgs({
  options: {
    fixture: { type: 'string', default: 'F1' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '0' },
  },
});
if (!isFixtureName(values.fixture)) throw new Error(`There is no fixture ${values.fixture}.`);

const cluster = new SimulatedCluster(values.fixture, Number(values.seed));
const server = createServer((request, response) => answerRequest(cluster, request, response));
server.requestTimeout = 0;
server.listen(Number(values.port), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`listening on http://127.0.0.1:${port}`);
});
// The bench that started it is gone.
process.on('disconnect', () => process.exit(0));
