/**
 * A command line that runs this Node.js with core dumps off, so that no secret of its memory gets on a disk. It becomes
 * the program: signals and exit codes are those of Node.js.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export const nodeWithoutCoreDumps = (args) =>
  process.platform === 'win32'
    ? [process.execPath, args]
    : ['/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...args]];
