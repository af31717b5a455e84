import { completionShells, completionWords, type CommandWords, type FlagValue } from './completion-words.ts';

export type Shell = (typeof completionShells)[number];

const isWords = (value: FlagValue): value is readonly string[] => typeof value !== 'string';

/** How bash and zsh (by its bash completion) complete what stands behind a flag of a sub-command. */
function bashValues({ name, flags }: CommandWords): readonly string[] {
  return [...flags].flatMap(([flag, value]) => {
    if (value === 'none') return [];
    const reply = isWords(value)
      ? `COMPREPLY=($(compgen -W "${value.join(' ')}" -- "$cur"))`
      : value === 'file'
        ? 'COMPREPLY=($(compgen -f -- "$cur"))'
        : 'COMPREPLY=()';
    return [`    ${name}:${flag}) ${reply}; return ;;`];
  });
}

const bashFlags = ({ name, flags }: CommandWords): string =>
  `    ${name}) words="${[...flags.keys()].join(' ')}" ;;`;

function bashScript(): string {
  const names = completionWords.map(({ name }) => name).join(' ');
  return `_fairlead() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}:$prev" in
    completion:completion) COMPREPLY=($(compgen -W "${completionShells.join(' ')}" -- "$cur")); return ;;
    *:-f) COMPREPLY=($(compgen -f -- "$cur")); return ;;
${completionWords.flatMap(bashValues).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${completionWords.map(bashFlags).join('\n')}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _fairlead fairlead
`;
}

const zshScript = (): string => `#compdef fairlead
autoload -U +X compinit && compinit -u
autoload -U +X bashcompinit && bashcompinit
${bashScript()}`;

function fishFlag(name: string, flag: string, value: FlagValue): string {
  const head = `complete -c fairlead -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}`;
  if (isWords(value)) return `${head} -x -a '${value.join(' ')}'`;
  if (value === 'file') return `${head} -r -F`;
  return value === 'text' ? `${head} -x` : `${head} -f`;
}

function fishScript(): string {
  const names = completionWords.map(
    ({ name, purpose }) => `complete -c fairlead -n __fish_use_subcommand -f -a ${name} -d '${purpose}'`,
  );
  const flags = completionWords.flatMap(({ name, flags }) =>
    [...flags].map(([flag, value]) => fishFlag(name, flag, value)),
  );
  const shells = `complete -c fairlead -n '__fish_seen_subcommand_from completion' -f -a '${completionShells.join(' ')}'`;
  return `${[...names, ...flags, shells].join('\n')}\n`;
}

/** A script that makes a shell complete sub-commands, flags and their values. */
export const completionScript = (shell: Shell): string =>
  ({ bash: bashScript, zsh: zshScript, fish: fishScript })[shell]();
