import type { ClusterClient } from './cluster-client.ts';
import { parseAnswer } from './parse-answer.ts';
import type { AnswerTo, Question } from './questions.ts';

/** The answer to a question at this moment, for something a person just did. */
export function askOnce<Q extends Question>(cluster: ClusterClient, question: Q): Promise<AnswerTo<Q>> {
  return new Promise((resolve, reject) => {
    const drop = cluster.ask(question, {
      onAnswer: (value) => {
        drop();
        resolve(parseAnswer(question, value));
      },
      onFailure: (message) => {
        drop();
        reject(new Error(message));
      },
    });
  });
}
