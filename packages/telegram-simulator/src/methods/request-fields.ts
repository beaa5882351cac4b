import { RpcError, type TlObject } from '../rpc.ts';

export function textField(object: TlObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

export function numberField(object: TlObject, name: string): number {
  const value = object[name];
  return typeof value === 'number' ? value : 0;
}

export function longField(object: TlObject, name: string): bigint {
  const value = object[name];
  return typeof value === 'bigint' ? value : 0n;
}

export function bytesField(object: TlObject, name: string): Buffer {
  const value = object[name];
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0);
}

export function objectField(object: TlObject, name: string): TlObject | null {
  const value = object[name];
  return typeof value === 'object' && value !== null && '_' in value ? (value as TlObject) : null;
}

export function listField(object: TlObject, name: string): unknown[] {
  const value = object[name];
  return Array.isArray(value) ? value : [];
}

/** Digits with or without `+` and spaces become E.164; null: no number at all. */
export function normalizePhone(text: string): string | null {
  const digits = text.replaceAll(/[\s()+-]/g, '');
  return /^\d{7,15}$/.test(digits) ? `+${digits}` : null;
}

/** @throws RpcError PHONE_NUMBER_INVALID */
export function phoneField(object: TlObject): string {
  const phone = normalizePhone(textField(object, 'phone_number'));
  if (phone === null) throw new RpcError(400, 'PHONE_NUMBER_INVALID');
  return phone;
}
