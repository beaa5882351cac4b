import type { MessageCode, OwnCode, TelegramCode } from './codes.ts';

/** Telegram's errors by what a person can do about them and by what support says of them: one vocabulary for both. */
export type TelegramGroup =
  | 'accountBanned'
  | 'accountDeleted'
  | 'accountFrozen'
  | 'codeDropped'
  | 'codeExpired'
  | 'codeMissing'
  | 'codeWrong'
  | 'emailCodeExpired'
  | 'emailInvalid'
  | 'emailNotAllowed'
  | 'emailUnconfirmed'
  | 'floodWait'
  | 'keyDead'
  | 'keyDuplicated'
  | 'noOtherDelivery'
  | 'numberBanned'
  | 'numberFlood'
  | 'numberInvalid'
  | 'numberProtected'
  | 'numberUnknown'
  | 'ourSide'
  | 'pairLimited'
  | 'pairUnknown'
  | 'passwordChanged'
  | 'passwordFlood'
  | 'passwordMissing'
  | 'passwordNeeded'
  | 'passwordReset'
  | 'passwordTooFresh'
  | 'passwordWrong'
  | 'qrUsed'
  | 'tryAgain'
  | 'unknown';

/** What a code is about: every language has a sentence, and support a diagnosis, for each. */
export type CodeGroup = OwnCode | TelegramGroup;

/** `ourSide`: what Telegram refuses there was chosen by us, so nothing that a person types can mend it. */
const namesOf = {
  accountBanned: ['user_deactivated_ban', 'user_banned_in_channel'],
  accountDeleted: ['user_deactivated'],
  accountFrozen: ['frozen_method_invalid', 'frozen_participant_missing'],
  codeDropped: ['phone_code_hash_empty', 'phone_hash_expired', 'code_hash_invalid', 'hash_invalid'],
  codeExpired: ['phone_code_expired'],
  codeMissing: ['phone_code_empty', 'code_empty'],
  codeWrong: ['phone_code_invalid', 'code_invalid'],
  emailCodeExpired: ['email_hash_expired', 'email_verify_expired'],
  emailInvalid: ['email_invalid'],
  emailNotAllowed: ['email_not_allowed', 'email_not_setup', 'email_install_missing'],
  emailUnconfirmed: ['email_unconfirmed'],
  floodWait: ['flood_wait', 'flood_premium_wait', 'flood_test_phone_wait', 'peer_flood', 'transport_error_429'],
  keyDead: [
    'active_user_required',
    'auth_key_empty',
    'auth_key_invalid',
    'auth_key_perm_empty',
    'auth_key_unregistered',
    'session_expired',
    'session_revoked',
    'transport_error_404',
  ],
  keyDuplicated: ['auth_key_duplicated'],
  noOtherDelivery: ['send_code_unavailable', 'sms_code_create_failed'],
  numberBanned: ['phone_number_banned'],
  numberFlood: ['phone_number_flood'],
  numberInvalid: ['phone_number_invalid'],
  numberProtected: ['phone_password_protected', 'phone_number_occupied'],
  numberUnknown: ['phone_number_unoccupied', 'phone_number_app_signup_forbidden'],
  ourSide: [
    'bot_method_invalid',
    'business_connection_not_allowed',
    'cdn_method_invalid',
    'channel_invalid',
    'channel_monoforum_unsupported',
    'channel_private',
    'chat_write_forbidden',
    'connection_app_version_empty',
    'connection_device_model_empty',
    'connection_lang_pack_invalid',
    'connection_layer_invalid',
    'connection_not_inited',
    'connection_system_empty',
    'connection_system_lang_code_empty',
    'credential_invalid',
    'data_invalid',
    'dc_id_invalid',
    'firstname_invalid',
    'from_message_bot_disabled',
    'input_constructor_invalid',
    'input_fetch_error',
    'input_fetch_fail',
    'input_layer_invalid',
    'input_method_invalid',
    'input_request_too_long',
    'invite_hash_expired',
    'lastname_invalid',
    'member_no_location',
    'member_occupy_primary_loc_failed',
    'need_member_invalid',
    'passkey_origin_mismatch',
    'peer_id_invalid',
    'unknown_method',
    'update_app_to_login',
    'user_bot_invalid',
    'user_id_invalid',
    'user_privacy_restricted',
    'username_invalid',
    'username_occupied',
  ],
  pairLimited: ['api_id_published_flood'],
  pairUnknown: ['api_id_invalid', 'connection_api_id_invalid'],
  passwordChanged: ['srp_id_invalid', 'srp_password_changed'],
  passwordFlood: ['phone_password_flood'],
  passwordMissing: ['password_empty'],
  passwordNeeded: ['session_password_needed'],
  passwordReset: ['2fa_confirm_wait', 'password_recovery_expired', 'password_recovery_na'],
  passwordTooFresh: ['password_too_fresh', 'session_too_fresh', 'fresh_reset_authorisation_forbidden'],
  passwordWrong: ['password_hash_invalid', 'new_settings_invalid'],
  qrUsed: [
    'auth_token_already_accepted',
    'auth_token_exception',
    'auth_token_expired',
    'auth_token_invalid',
    'auth_token_invalid2',
    'auth_token_invalidx',
  ],
  tryAgain: [
    'auth_bytes_invalid',
    'auth_key_unsynchronized',
    'auth_restart',
    'bad_msg_notification_16',
    'bad_msg_notification_17',
    'bad_msg_notification_18',
    'bad_msg_notification_19',
    'bad_msg_notification_20',
    'bad_msg_notification_32',
    'bad_msg_notification_33',
    'bad_msg_notification_34',
    'bad_msg_notification_35',
    'bad_msg_notification_48',
    'bad_msg_notification_64',
    'file_migrate',
    'interdc_call_error',
    'interdc_call_rich_error',
    'msg_id_invalid',
    'msg_wait_failed',
    'msg_wait_timeout',
    'msgid_decrease_retry',
    'network_migrate',
    'phone_migrate',
    'reg_id_generate_failed',
    'rpc_call_fail',
    'rpc_mcget_fail',
    'sign_in_failed',
    'stats_migrate',
    'task_already_exists',
    'timedout',
    'timeout',
    'transport_error_403',
    'transport_error_444',
    'user_migrate',
    'worker_busy_too_long_retry',
  ],
  unknown: ['unknown_error'],
} as const satisfies Record<TelegramGroup, readonly TelegramName[]>;

type TelegramName = TelegramCode extends `telegram.${infer Name}` ? Name : never;

/** Fails the type check, naming the codes, when the contract has one that no group explains. */
type Unexplained = Exclude<TelegramName, (typeof namesOf)[TelegramGroup][number]>;
type Explained = [Unexplained] extends [never] ? typeof namesOf : Unexplained;

const groups = new Map<string, TelegramGroup>(
  Object.entries(namesOf satisfies Explained).flatMap(([group, names]) =>
    names.map((name) => [name, group as TelegramGroup] as const),
  ),
);

/** What a code is about. */
export const codeGroup = (code: MessageCode): CodeGroup =>
  code.startsWith('telegram.') ? (groups.get(code.slice('telegram.'.length)) ?? (code as OwnCode)) : (code as OwnCode);
