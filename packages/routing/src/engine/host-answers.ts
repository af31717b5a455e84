import type { RoutingRequest } from '../request.ts';
import { findPlace, SharedPathTables, type PathTable } from './path-table.ts';
import { isPlainHost, isPlainPath } from './plain-request.ts';
import { ingressIdOf, type HostTable, type Route } from './route.ts';
import type { Verdict } from './verdict.ts';

type Names = 'routeId' | 'ingress' | 'service';
type OfRequest = 'hostRule' | 'path' | 'viaDefaultBackend';

/** What is the same for thousands of rules, whatever Services they lead to. */
type Ending = Omit<Verdict, Names | OfRequest | 'endpoints'>;

/** The verdict of a rule that answers every request alike. */
export interface SettledRule {
  readonly table: HostTable;
  readonly route: Route;
  readonly verdict: Verdict;
}

const endingOf = ({
  result,
  reason,
  httpStatus,
  servicePort,
  externalName,
  location,
  rewrittenPath,
  split,
}: Verdict): Ending => ({
  result,
  reason,
  httpStatus,
  servicePort,
  externalName,
  location,
  rewrittenPath,
  split,
});

const firstSize = 1_024;
const numbersPerHost = 2;
const numbersPerRule = 2;
const namesPerRule = 3;

/**
 * The verdicts of rules that were asked for before, laid out for many hosts. A row of numbers for each host: its path table,
 * the place of its names, then for each rule the numbers of its ending (0: not asked for yet) and of its endpoints. A request
 * touches a few lines of memory that lie close together, and builds nothing but its answer.
 */
export class HostAnswers {
  /** Where the row of a host begins. Only of hosts that a Host header gives as they are compared. */
  readonly #rowOf = new Map<string, number>();
  #rows = new Int32Array(firstSize);
  #rowsEnd = 0;
  /** Of each rule its id, its Ingress and its Service. */
  readonly #names: (string | null)[] = [];
  readonly #tables = new SharedPathTables();
  readonly #endings: (Ending | undefined)[] = [undefined];
  readonly #endingNumbers = new Map<string, number>();
  readonly #endpoints: (readonly string[])[] = [];
  readonly #endpointNumbers = new Map<readonly string[], number>();

  /** The verdict of the rule that takes a request, if it was kept; any other request has to be worked out. */
  find({ host, path }: RoutingRequest): Verdict | undefined {
    const row = this.#rowOf.get(host);
    if (row === undefined || !isPlainPath(path)) return undefined;
    const table = this.#tables.get(this.#rows[row] ?? 0);
    const place = findPlace(table, path);
    const line = table[place];
    return line === undefined ? undefined : this.#buildVerdict(host, line, { row, place });
  }

  #buildVerdict(
    host: string,
    { path, viaDefaultBackend }: PathTable[number],
    { row, place }: { readonly row: number; readonly place: number },
  ): Verdict | undefined {
    const numbers = row + numbersPerHost + place * numbersPerRule;
    const ending = this.#endings[this.#rows[numbers] ?? 0];
    const endpoints = this.#endpoints[this.#rows[numbers + 1] ?? 0];
    if (ending === undefined || endpoints === undefined) return undefined;
    const names = (this.#rows[row + 1] ?? 0) + place * namesPerRule;
    return {
      result: ending.result,
      reason: ending.reason,
      httpStatus: ending.httpStatus,
      routeId: this.#names[names] ?? null,
      ingress: this.#names[names + 1] ?? null,
      hostRule: host,
      path,
      viaDefaultBackend,
      service: this.#names[names + 2] ?? null,
      servicePort: ending.servicePort,
      endpoints,
      externalName: ending.externalName,
      location: ending.location,
      rewrittenPath: ending.rewrittenPath,
      split: ending.split,
    };
  }

  /** Keeps a verdict for the requests to come; not that of a rule that asks for more than host and path. */
  keep({ table, route, verdict }: SettledRule): void {
    const place = table.routes.indexOf(route);
    const asksMore = route.scheme !== undefined || route.conditions !== undefined;
    if (place === -1 || asksMore || route.hostRule !== table.host || !isPlainHost(table.host)) return;
    const row = this.#rowOf.get(table.host) ?? this.#addRow(table);
    const numbers = row + numbersPerHost + place * numbersPerRule;
    this.#rows[numbers] = this.#numberOfEnding(endingOf(verdict));
    this.#rows[numbers + 1] = this.#numberOfEndpoints(verdict.endpoints);
    this.#names[(this.#rows[row + 1] ?? 0) + place * namesPerRule + 2] = verdict.service;
  }

  #addRow(table: HostTable): number {
    const row = this.#rowsEnd;
    this.#rowsEnd += numbersPerHost + table.routes.length * numbersPerRule;
    while (this.#rows.length < this.#rowsEnd) {
      const larger = new Int32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[row] = this.#tables.share(table);
    this.#rows[row + 1] = this.#names.length;
    for (const { id, ingress } of table.routes) this.#names.push(id, ingressIdOf(ingress), null);
    this.#rowOf.set(table.host, row);
    return row;
  }

  #numberOfEnding(ending: Ending): number {
    const key = JSON.stringify(ending);
    const known = this.#endingNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#endings.push(ending) - 1;
    this.#endingNumbers.set(key, number);
    return number;
  }

  #numberOfEndpoints(endpoints: readonly string[]): number {
    const known = this.#endpointNumbers.get(endpoints);
    if (known !== undefined) return known;
    const number = this.#endpoints.push(endpoints) - 1;
    this.#endpointNumbers.set(endpoints, number);
    return number;
  }
}
