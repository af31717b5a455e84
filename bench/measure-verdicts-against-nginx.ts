import { findVerdict } from '@fairlead/routing';
import { buildPlainWorld, listPlainRequests } from './fixture/route-world.ts';
import { seededRandom } from './fixture/seeded-random.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';
import { askProxy } from './proxies/ask-proxy.ts';
import { listProxyHosts } from './proxies/proxy-rules.ts';
import { findProxyVersion, startProxy } from './proxies/start-proxy.ts';

const hostCount = 10_000;
const ourRequests = 200_000;
/** So that the garbage of the client that asks nginx is a small part of our process's time. */
const ourRounds = 5;
const nginxRequests = 20_000;
/** As a client asks: an answer is waited for before the next request goes over the same connection. */
const asClientsAsk = { connectionCount: 32, batchSize: 1 } as const;

const perSecond = (count: number, ms: number): number => (count / ms) * 1_000;

function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** P19: verdicts / requests to an nginx with the same 10 000 hosts of five paths, each per second of their own CPU time. */
export async function measureVerdictsAgainstNginx(context: BenchContext): Promise<Figure> {
  const version = findProxyVersion('nginx');
  if (version === undefined) throw new Error('nginx is not on PATH.');
  const { index, ingresses } = buildPlainWorld(hostCount);
  const requests = listPlainRequests(hostCount, ourRequests, seededRandom(19));
  const ask = (): void => {
    for (let round = 0; round < ourRounds; round += 1)
      for (const request of requests) findVerdict(index, request);
  };
  ask();
  const nginx = await startProxy('nginx', listProxyHosts(ingresses));
  const pairs: Pair[] = [];
  try {
    const asked = requests.slice(0, nginxRequests);
    await askProxy(nginx.port, asked, asClientsAsk);
    for (let pair = 1; pair <= context.pairs; pair += 1) {
      const before = await nginx.readCpuMs();
      await askProxy(nginx.port, asked, asClientsAsk);
      const anchor = perSecond(asked.length, (await nginx.readCpuMs()) - before);
      const product = perSecond(requests.length * ourRounds, cpuMsOf(ask));
      pairs.push({ anchor, product });
      context.note(
        `P19 ${pair}/${context.pairs}: nginx ${anchor.toFixed(0)}/s, verdicts ${product.toFixed(0)}/s`,
      );
    }
  } finally {
    await nginx.stop();
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  return {
    id: 'P19',
    fixture: `${hostCount} hosts x 5 paths`,
    title: `verdicts / requests to nginx ${version}, per second of CPU time`,
    ratio,
    digits: 1,
    goal: '>= 40',
    isMet: ratio.median >= 40,
    isRequired: false,
    isNoisy,
    product: `${product.median.toFixed(0)}/s`,
    anchor: `${anchor.median.toFixed(0)}/s`,
    notes: [
      'nginx is asked over 32 connections, one request at a time on each; the time of its client is not counted',
    ],
  };
}
