import { profileNames, isProfileName } from '@fairlead/routing';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl, type Choice } from '../../ui/form/choice-control.tsx';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';

const automatic = 'auto';

export interface ProfileChoiceProps {
  readonly answer: TraceAnswer;
  readonly via: string | undefined;
  readonly onChange: (via: string | undefined) => void;
}

/** Whose rules the request is traced by: the one that the cluster suggests, another controller, or another profile. */
export function ProfileChoice({ answer, via, onChange }: ProfileChoiceProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.profile;
  const own = answer.controller;
  const choices: readonly Choice[] = [
    {
      id: automatic,
      label: via === undefined ? words.auto(requestTracer.controllerTitle(own)) : words.autoShort(),
      detail: words.autoDetail(),
    },
    ...(answer.choices.length > 1
      ? answer.choices.map((choice) => ({
          id: choice.id,
          label: words.controller(choice),
          detail: words.controllerDetail(choice),
        }))
      : []),
    ...profileNames
      .filter((name) => name !== own.profile || answer.isOverridden)
      .map((name) => ({ id: `=${name}`, label: words.as(name) })),
  ];
  const known = via === undefined || choices.some(({ id }) => id === via);
  const isProfile = via?.startsWith('=') === true && isProfileName(via.slice(1));
  return (
    <ChoiceControl
      words={{ label: words.label() }}
      choices={choices}
      value={via === undefined || (!known && !isProfile) ? automatic : via}
      onChange={(id) => onChange(id === automatic ? undefined : id)}
    />
  );
}
