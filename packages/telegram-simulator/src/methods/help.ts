import type { RpcResult, TlObject } from '../rpc.ts';
import { serviceTime, type Call, type Methods } from './call.ts';

/** Limits and periods that clients ask for and the simulator never uses; Telegram's usual values. */
const limits = {
  chat_size_max: 200,
  megagroup_size_max: 200_000,
  forwarded_count_max: 100,
  online_update_period_ms: 210_000,
  offline_blur_timeout_ms: 5000,
  offline_idle_timeout_ms: 30_000,
  online_cloud_timeout_ms: 300_000,
  notify_cloud_delay_ms: 30_000,
  notify_default_delay_ms: 1500,
  push_chat_period_ms: 60_000,
  push_chat_limit: 2,
  edit_time_limit: 172_800,
  revoke_time_limit: 2_147_483_647,
  revoke_pm_time_limit: 2_147_483_647,
  rating_e_decay: 2_419_200,
  stickers_recent_limit: 200,
  channels_read_media_period: 604_800,
  call_receive_timeout_ms: 20_000,
  call_ring_timeout_ms: 90_000,
  call_connect_timeout_ms: 30_000,
  call_packet_timeout_ms: 10_000,
  caption_length_max: 1024,
  message_length_max: 4096,
};

function getConfig(call: Call): RpcResult {
  const now = serviceTime(call, call.now);
  const dcOptions = call.telegram.addresses().map(({ id, host, port }) => ({
    _: 'dcOption',
    static: true,
    id,
    ip_address: host,
    port,
  }));
  return {
    _: 'config',
    date: now,
    expires: now + 3600,
    test_mode: false,
    this_dc: call.context.dcId,
    dc_options: dcOptions,
    dc_txt_domain_name: 'simulator.invalid',
    me_url_prefix: 'https://t.me/',
    webfile_dc_id: 2,
    ...limits,
  };
}

function getNearestDc(call: Call): RpcResult {
  const { country } = call.state.settings.read();
  return { _: 'nearestDc', country, this_dc: call.context.dcId, nearest_dc: 2 };
}

function getAppConfig(call: Call): RpcResult {
  const authorization = call.state.authorizations.find(call.context.authKeyId);
  const account = authorization && call.state.accounts.find(authorization.phone);
  const entries: TlObject[] = account?.status === 'frozen' ? freezeEntries(serviceTime(call, account.createdAt)) : [];
  return { _: 'help.appConfig', hash: entries.length, config: { _: 'jsonObject', value: entries } };
}

function freezeEntries(since: number): TlObject[] {
  const entry = (key: string, value: TlObject): TlObject => ({ _: 'jsonObjectValue', key, value });
  return [
    entry('freeze_since_date', { _: 'jsonNumber', value: since }),
    entry('freeze_until_date', { _: 'jsonNumber', value: since + 604_800 }),
    entry('freeze_appeal_url', { _: 'jsonString', value: 'https://t.me/spambot' }),
  ];
}

export const helpMethods: Methods = {
  'help.getConfig': { access: 'anyone', run: getConfig },
  'help.getNearestDc': { access: 'anyone', run: getNearestDc },
  'help.getAppConfig': { access: 'anyone', run: getAppConfig },
};
