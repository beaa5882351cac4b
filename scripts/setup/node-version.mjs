/** Ends the program with a clear sentence when Node.js is too old for the code that follows. */
export const requireNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`This needs Node.js 20.19 or newer; here is ${version}. See https://nodejs.org/en/download`);
  process.exit(1);
};
