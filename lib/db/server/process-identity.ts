import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const text = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const ps = (pid: number, column: string): string | null => {
  const { status, stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() ? stdout.trim() : null;
};

/** Fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets. */
const statFields = (pid: number): string[] | null => {
  const stat = text(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/**
 * A text that names one process for ever, or null when no such process lives: a pid alone is used again after
 * a crash or a reboot. Linux: boot id and start time (field 22 of proc(5) stat); elsewhere: the start time from ps.
 */
export const processIdentity = (pid: number): string | null => {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const fields = statFields(pid);
  const [state, start] = [fields?.[0], fields?.[19]];
  if (start === undefined || state === 'Z') return null;
  return `${text('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${start}`;
};

/** The command line of a living process, or null. */
export const commandLine = (pid: number): string | null =>
  process.platform === 'linux'
    ? (text(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null)
    : ps(pid, 'command');
