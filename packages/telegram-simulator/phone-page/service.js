import { ask } from './client.js';
import { byId, element } from './elements.js';

const notification = 'This number cannot be used to sign in at the moment. Contact login@stel.com for help.';
const rpcError = (code, message, more = {}) => ({ type: 'rpc_error', code, message, ...more });

const answers = [
  ['As it should be', null],
  ['Wait 49 minutes', rpcError(420, 'FLOOD_WAIT_2940')],
  ['Wait 10 seconds', rpcError(420, 'FLOOD_WAIT_10')],
  ['An internal error', rpcError(500, 'RPC_CALL_FAIL')],
  ['Start over', rpcError(500, 'AUTH_RESTART')],
  ['Refused, with a notice in words', rpcError(406, 'SERVICE_NOTICE', { notification })],
  ['An error nobody knows', rpcError(400, 'TOTALLY_NEW_ERROR')],
  ['After five seconds', { type: 'slow', ms: 5000 }],
  ['No answer, nothing done', { type: 'mute' }],
  ['Done, but the answer is lost', { type: 'answer_lost' }],
  ['Done, then the line drops', { type: 'reset_after' }],
  ['The line drops, nothing done', { type: 'reset_before' }],
  ['Half an answer', { type: 'half_frame' }],
];

export function startService() {
  const select = byId('fault');
  select.append(...answers.map(([words], index) => element('option', { value: String(index) }, words)));
  select.addEventListener('change', async () => {
    const kind = answers[Number(select.value)]?.[1];
    await ask('DELETE', '/faults');
    if (kind) await ask('POST', '/faults', { method: 'auth.*', kind });
  });
}

/** Back to "As it should be" once the fault was used; another one's faults are shown as what they are not. */
export function drawService(faults) {
  const index = answers.findIndex(([, kind]) => JSON.stringify(kind) === JSON.stringify(faults[0]?.kind ?? null));
  byId('fault').value = String(Math.max(0, index));
}

export function drawScenarios(scenarios, choose) {
  byId('scenarios').replaceChildren(
    ...scenarios.map(({ number, name, shows }) => {
      const use = element('button', { type: 'button', className: 'button quiet dense' }, 'Show phone');
      use.setAttribute('aria-label', `Show the phone of ${number}`);
      use.addEventListener('click', async () => {
        await ask('POST', '/accounts', { phone: number, scenario: name, note: name.replaceAll('_', ' ') });
        choose(number);
        window.scrollTo({ top: 0 });
      });
      return element(
        'tr',
        {},
        element('td', { className: 'mono', dir: 'ltr' }, number),
        element('td', {}, shows),
        element('td', {}, use),
      );
    }),
  );
}
