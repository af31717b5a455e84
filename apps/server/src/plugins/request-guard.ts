import type { FastifyInstance } from 'fastify';
import { judgeRequest, type GuardLevel, type GuardRules } from '../guard/judge-request.ts';
import { readRequestFacts } from '../guard/request-facts.ts';
import { RequestProblem } from './request-problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Without one a request needs the token. */
    guard?: GuardLevel;
  }
}

/** Judges every request before anything else of it is looked at; a route can lower the level, never leave the guard out. */
export function addRequestGuard(app: FastifyInstance, rules: GuardRules): void {
  app.addHook('onRequest', (request, reply, done) => {
    const level = request.is404 ? 'token' : (request.routeOptions.config.guard ?? 'token');
    const verdict = judgeRequest(readRequestFacts(request.raw), level, rules);
    if (verdict.kind === 'redirect') {
      void reply.redirect(verdict.location, 307);
      return;
    }
    done(verdict.kind === 'refuse' ? new RequestProblem(verdict.code) : undefined);
  });
}
