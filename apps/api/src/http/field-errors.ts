import type { core } from 'zod/mini';
import type { FieldError } from './request-problem.ts';

type Issue = core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A request may carry many wrong members; nobody reads more than a page of them. */
const mostErrors = 20;

/** RFC 6901. */
const pointerOf = (path: Path) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const valueAt = (value: unknown, path: Path): unknown => {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here;
};

/** A literal tells branches apart; a choice among several values is a field like any other. */
const isWrongLiteral = (issue: Issue) => issue.code === 'invalid_value' && issue.values.length === 1;

/** How little a branch of a union resembles what was sent: a wrong literal weighs most, then members of its own it doesn't know. */
const strangeness = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (isWrongLiteral(issue)) return sum + 100;
    return issue.code === 'unrecognized_keys' && issue.path.length === 0 ? sum + issue.keys.length : sum;
  }, 0);

/** The branch that was most likely meant. If no branch has the right literals, only those are worth naming. */
const likeliest = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  const [best] = branches.toSorted((left, right) => strangeness(left) - strangeness(right));
  const wrongLiterals = best?.filter(isWrongLiteral) ?? [];
  return wrongLiterals.length > 0 ? wrongLiterals : (best ?? []);
};

/** `value`: what was sent, since a missing member and one of a wrong type look alike to the schema. */
export const fieldErrorsOf = (issues: readonly Issue[], value: unknown, base: Path = []): FieldError[] =>
  issues.flatMap((issue) => fieldErrors(issue, value, [...base, ...issue.path])).slice(0, mostErrors);

const fieldErrors = (issue: Issue, value: unknown, path: Path): FieldError[] => {
  const pointer = pointerOf(path);
  if (issue.code === 'unrecognized_keys') {
    // The object that has it: a name that we don't know may be anything, a secret included.
    return [{ pointer, code: 'unknown_member' }];
  }
  const sent = valueAt(value, path);
  if (sent === undefined) return [{ pointer, code: 'required' }];
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue.errors);
    return inner.length > 0 && typeof sent === 'object'
      ? fieldErrorsOf(inner, value, path)
      : [{ pointer, code: 'type' }];
  }
  if (issue.code === 'invalid_type') return [{ pointer, code: 'type' }];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [{ pointer, code: 'range' }];
  return [{ pointer, code: 'format' }];
};
