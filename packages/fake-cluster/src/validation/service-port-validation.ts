import { fieldOf, listAt, numberAt, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import {
  duplicate,
  forbidden,
  invalid,
  notSupported,
  required,
  type FieldError,
} from '../status/field-error.ts';
import { dns1123Label, portName, portNumber, qualifiedNameRule } from './name-rules.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

interface PortPlace {
  readonly field: string;
  readonly needsName: boolean;
  readonly namesBefore: readonly string[];
}

function nameProblems(port: JsonValue, { field, needsName, namesBefore }: PortPlace): FieldError[] {
  const name = textAt(port, 'name');
  if (name === '') return needsName ? [required(`${field}.name`)] : [];
  return [
    ...dns1123Label(name).map((why) => invalid(`${field}.name`, name, why)),
    ...(namesBefore.includes(name) ? [duplicate(`${field}.name`, name)] : []),
  ];
}

function targetPortProblems(port: JsonValue, field: string): FieldError[] {
  const target = fieldOf(port, 'targetPort') ?? 0;
  if (typeof target === 'number') return portNumber(target).map((why) => invalid(field, target, why));
  const name = typeof target === 'string' ? target : '';
  return portName(name).map((why) => invalid(field, name, why));
}

function portProblems(port: JsonValue, place: PortPlace): FieldError[] {
  const { field } = place;
  const number = numberAt(port, 'port');
  const protocol = textAt(port, 'protocol');
  const appProtocol = fieldOf(port, 'appProtocol');
  return [
    ...nameProblems(port, place),
    ...portNumber(number).map((why) => invalid(`${field}.port`, number, why)),
    ...(protocol === '' ? [required(`${field}.protocol`)] : []),
    ...(protocol !== '' && !protocols.includes(protocol)
      ? [notSupported(`${field}.protocol`, protocol, protocols)]
      : []),
    ...targetPortProblems(port, `${field}.targetPort`),
    ...(typeof appProtocol === 'string'
      ? qualifiedNameRule(appProtocol).map((why) => invalid(`${field}.appProtocol`, appProtocol, why))
      : []),
  ];
}

/** Every `spec.ports[]` by itself, and its name among the others. */
export function servicePortProblems(service: JsonObject): FieldError[] {
  const ports = listAt(service, 'spec', 'ports');
  return ports.flatMap((port, index) =>
    portProblems(port, {
      field: `spec.ports[${index}]`,
      needsName: ports.length > 1,
      namesBefore: ports.slice(0, index).map((before) => textAt(before, 'name')),
    }),
  );
}

/** Node ports where there may be none, and the same one twice. */
export function nodePortProblems(service: JsonObject): FieldError[] {
  const ports = listAt(service, 'spec', 'ports');
  const pairOf = (port: JsonValue): string => `${textAt(port, 'protocol')}/${numberAt(port, 'nodePort')}`;
  return ports.flatMap((port, index) => {
    const nodePort = numberAt(port, 'nodePort');
    const field = `spec.ports[${index}].nodePort`;
    if (nodePort === 0) return [];
    if (textAt(service, 'spec', 'type') === 'ClusterIP') {
      return [forbidden(field, "may not be used when `type` is 'ClusterIP'")];
    }
    const isTwice = ports.slice(0, index).some((before) => pairOf(before) === pairOf(port));
    return isTwice ? [duplicate(field, nodePort)] : [];
  });
}

/** The same number and protocol twice. The server prints the pair as a whole port of its own. */
export function repeatedPortProblems(service: JsonObject): FieldError[] {
  const ports = listAt(service, 'spec', 'ports');
  const pairOf = (port: JsonValue): string => `${textAt(port, 'protocol')}/${numberAt(port, 'port')}`;
  return ports.flatMap((port, index) =>
    ports.slice(0, index).some((before) => pairOf(before) === pairOf(port))
      ? [
          duplicate(`spec.ports[${index}]`, {
            Name: '',
            Protocol: textAt(port, 'protocol'),
            AppProtocol: null,
            Port: numberAt(port, 'port'),
            TargetPort: 0,
            NodePort: 0,
          }),
        ]
      : [],
  );
}
