/** A process that dies in its n-th step: before it is taken, or right after it has had its effect. */
export interface Life {
  steps: string[];
  diesAt: number;
  when: 'before' | 'after';
  dead: boolean;
  died: Promise<never>;
  die(): void;
}

export class Died extends Error {}

export function createLife(diesAt: number, when: Life['when']): Life {
  let reject: (reason: Error) => void = () => undefined;
  const died = new Promise<never>((_, refuse) => (reject = refuse));
  died.catch(() => undefined);
  const life: Life = {
    steps: [],
    diesAt,
    when,
    dead: false,
    died,
    die: () => {
      life.dead = true;
      reject(new Died());
    },
  };
  return life;
}

const never = new Promise<never>(() => undefined);
/** These touch nothing outside the process. */
const inProcess: ReadonlySet<string> = new Set(['fingerprint', 'authKeyId', 'renew']);

/** A port as a mortal process sees it: once dead, nothing comes back any more and nothing is done. */
export function mortal<T extends object>(port: T, life: Life): T {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || inProcess.has(String(name))) return member;
      return async (...args: unknown[]): Promise<unknown> => {
        if (life.dead) return never;
        const what = name === 'call' ? `call ${String(args[1])}` : String(name);
        const isLast = life.steps.push(what) === life.diesAt;
        if (isLast && life.when === 'before') life.die();
        if (life.dead) return never;
        const result: unknown = await (member as (...given: unknown[]) => unknown).apply(target, args);
        if (isLast) life.die();
        return life.dead ? never : result;
      };
    },
  });
}
