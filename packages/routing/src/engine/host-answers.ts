import type { RoutingRequest } from '../request.ts';
import type { BackendTarget } from './backend-target.ts';
import { findPlace, SharedPathTables } from './path-table.ts';
import { isPlainHost, isPlainPath } from './plain-request.ts';
import { ingressIdOf, type HostTable, type Route } from './route.ts';
import type { Verdict } from './verdict.ts';

/** What is the same for all requests that lead to one backend, whatever rule led there. */
type BackendAnswer = Omit<Verdict, 'routeId' | 'ingress' | 'hostRule' | 'path' | 'viaDefaultBackend'>;

const toBackendAnswer = ({
  result,
  reason,
  httpStatus,
  service,
  servicePort,
  endpoints,
  externalName,
  location,
  rewrittenPath,
  split,
}: Verdict): BackendAnswer => ({
  result,
  reason,
  httpStatus,
  service,
  servicePort,
  endpoints,
  externalName,
  location,
  rewrittenPath,
  split,
});

/** The verdict of a rule that answers every request alike, with what it was decided by. */
export interface SettledRule {
  readonly table: HostTable;
  readonly route: Route;
  readonly target: BackendTarget;
  readonly verdict: Verdict;
}

const firstSize = 1_024;
const namesPerRule = 2;

/**
 * The verdicts of rules that were asked for before, laid out for many hosts: a row of numbers for each host (its path table,
 * the place of its first name, then a backend's answer for each rule, 0 where it was not asked for yet) in one block, so that
 * a request for any host touches little memory, and none that belongs to another.
 */
export class HostAnswers {
  /** Where the row of a host begins. Only of hosts that a Host header gives as they are compared. */
  readonly #rowOf = new Map<string, number>();
  #rows = new Int32Array(firstSize);
  #rowsEnd = 0;
  /** Of each rule its id and its Ingress. */
  readonly #names: string[] = [];
  readonly #tables = new SharedPathTables();
  readonly #numbers = new Map<BackendTarget, number>();
  readonly #answers: (BackendAnswer | undefined)[] = [undefined];

  /** The verdict of the rule that takes a request, if it was kept; any other request has to be worked out. */
  find({ host, path }: RoutingRequest): Verdict | undefined {
    const row = this.#rowOf.get(host);
    if (row === undefined || !isPlainPath(path)) return undefined;
    const rows = this.#rows;
    const table = this.#tables.get(rows[row] ?? 0);
    const place = findPlace(table, path);
    const line = table[place];
    const answer = this.#answers[rows[row + 2 + place] ?? 0];
    if (line === undefined || answer === undefined) return undefined;
    const name = (rows[row + 1] ?? 0) + place * namesPerRule;
    return {
      result: answer.result,
      reason: answer.reason,
      httpStatus: answer.httpStatus,
      routeId: this.#names[name] ?? null,
      ingress: this.#names[name + 1] ?? null,
      hostRule: host,
      path: line.path,
      viaDefaultBackend: line.viaDefaultBackend,
      service: answer.service,
      servicePort: answer.servicePort,
      endpoints: answer.endpoints,
      externalName: answer.externalName,
      location: answer.location,
      rewrittenPath: answer.rewrittenPath,
      split: answer.split,
    };
  }

  /** Keeps a verdict for the requests to come; not that of a rule that asks for more than host and path. */
  keep({ table, route, target, verdict }: SettledRule): void {
    const place = table.routes.indexOf(route);
    const asksMore = route.scheme !== undefined || route.conditions !== undefined;
    if (place === -1 || asksMore || route.hostRule !== table.host || !isPlainHost(table.host)) return;
    const row = this.#rowOf.get(table.host) ?? this.#addRow(table);
    this.#rows[row + 2 + place] = this.#numberOf(target, verdict);
  }

  #addRow(table: HostTable): number {
    const row = this.#rowsEnd;
    this.#rowsEnd += 2 + table.routes.length;
    while (this.#rows.length < this.#rowsEnd) {
      const larger = new Int32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[row] = this.#tables.share(table);
    this.#rows[row + 1] = this.#names.length;
    for (const { id, ingress } of table.routes) this.#names.push(id, ingressIdOf(ingress));
    this.#rowOf.set(table.host, row);
    return row;
  }

  #numberOf(target: BackendTarget, verdict: Verdict): number {
    const known = this.#numbers.get(target);
    if (known !== undefined) return known;
    const number = this.#answers.push(toBackendAnswer(verdict)) - 1;
    this.#numbers.set(target, number);
    return number;
  }
}
