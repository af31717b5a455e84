import { findVerdict } from '@fairlead/routing';
import { buildRandomWorld, listRandomRequests, type RouteWorld } from './fixture/route-world.ts';
import { seededRandom } from './fixture/seeded-random.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { toSpread } from './harness/spread.ts';
import { askProxy } from './proxies/ask-proxy.ts';
import { answerOf, listProxyHosts } from './proxies/proxy-rules.ts';
import { findProxyVersion, startProxy, type ProxyName } from './proxies/start-proxy.ts';

const ingressCount = 150;
const requestsPerWorld = 12_000;
const mostExamples = 5;

/** How often a proxy and the verdict name the same rule, and where they do not. */
interface Agreement {
  asked: number;
  agreed: number;
  found: number;
  readonly examples: string[];
}

async function compareWorld(
  agreement: Agreement,
  { world, name, seed }: { readonly world: RouteWorld; readonly name: ProxyName; readonly seed: number },
): Promise<void> {
  const requests = listRandomRequests(world, requestsPerWorld, seededRandom(seed));
  const proxy = await startProxy(name, listProxyHosts(world.ingresses));
  try {
    const answers = await askProxy(proxy.port, requests, { connectionCount: 8, batchSize: 64 });
    for (const [at, request] of requests.entries()) {
      const ours = answerOf(findVerdict(world.index, request).routeId);
      const theirs = answers[at] ?? '';
      agreement.asked += 1;
      if (ours !== 'none') agreement.found += 1;
      if (ours === theirs) agreement.agreed += 1;
      else if (agreement.examples.length < mostExamples)
        agreement.examples.push(`${request.host} ${request.path}: ${name} ${theirs}, verdict ${ours}`);
    }
  } finally {
    await proxy.stop();
  }
}

/** P20: requests for which the verdict by the specification names the rule that nginx and haproxy answer with / all. */
export async function measureVerdictAgreement(context: BenchContext): Promise<Figure> {
  const proxies = (['nginx', 'haproxy'] as const).flatMap((name) => {
    const version = findProxyVersion(name);
    return version === undefined ? [] : [{ name, version }];
  });
  if (proxies.length === 0) throw new Error('Neither nginx nor haproxy is on PATH.');
  const agreement: Agreement = { asked: 0, agreed: 0, found: 0, examples: [] };
  for (let seed = 1; seed <= context.pairs; seed += 1) {
    const world = buildRandomWorld(ingressCount, seededRandom(seed));
    for (const { name } of proxies) await compareWorld(agreement, { world, name, seed: seed + 1_000 });
    context.note(`P20 ${seed}/${context.pairs}: ${agreement.agreed} of ${agreement.asked} agree`);
  }
  const share = agreement.agreed / agreement.asked;
  return {
    id: 'P20',
    fixture: `${context.pairs} random worlds`,
    title: `rules named alike by verdict and by ${proxies.map(({ name, version }) => `${name} ${version}`).join(' and ')} / all requests`,
    ratio: toSpread([share]),
    digits: 6,
    goal: '= 1.000000',
    isMet: agreement.agreed === agreement.asked,
    isRequired: true,
    isNoisy: false,
    product: `${agreement.agreed}`,
    anchor: `${agreement.asked}`,
    notes: [
      `${agreement.found} of the requests have a rule`,
      ...agreement.examples.map((example) => `different: ${example}`),
    ],
  };
}
