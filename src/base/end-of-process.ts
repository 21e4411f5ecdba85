/** The signals by which a user or the system ends a process. */
export const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls a function when the process ends, also if a signal ends it.
 *
 * @param end synchronous
 * @returns a function that removes the hook
 */
export function onEndOfProcess(end: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    remove();
    end();
    process.kill(process.pid, signal);
  };
  const remove = () => {
    for (const signal of endSignals) process.off(signal, onSignal);
    process.off('exit', end);
  };
  for (const signal of endSignals) process.on(signal, onSignal);
  process.on('exit', end);
  return remove;
}
