import { locales, type StateOf } from '@botize/contract';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { draw, stepProps } from '../../testing/draw.tsx';
import { fixtures, marta, passwordState, phoneState } from '../fixtures.ts';
import { StepView } from '../step-views.tsx';
import { ConfirmAccountStep } from './confirm-account-step.tsx';
import { ConnectedStep } from './connected-step.tsx';
import { EmailStep } from './email-step.tsx';
import { FailedStep } from './failed-step.tsx';
import { PasswordStep } from './password-step.tsx';

afterEach(cleanup);

const cases = locales.flatMap((locale) => Object.keys(fixtures).map((name) => ({ locale, name })));

describe('every state', () => {
  it.each(cases)('$name has a page in $locale', async ({ locale, name }) => {
    const state = fixtures[name]!;
    const { container } = draw(<StepView {...stepProps(state).props} />, locale);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.textContent).not.toBe('');
    expect(container.querySelector('[style]')).toBeNull();
    const text = container.textContent.replace('m***a@example.com', '');
    expect(text).not.toMatch(/telegram\.[a-z_]+|undefined|\[\[|\*\*/);
    const issue = 'issue' in state ? state.issue : null;
    if (issue !== null && issue.retryAt === null) expect(screen.getAllByRole('alert').length).toBeGreaterThan(0);
  });

  it('shows Telegram’s own words as plain text', async () => {
    const text = '<b>Update</b> https://example.com';
    const state = phoneState({ issue: { code: 'telegram.update_app_to_login', retryAt: null, text } });
    const { container } = draw(<StepView {...stepProps(state).props} />);
    expect((await screen.findByText(text)).tagName).toBe('BDI');
    expect(container.querySelector('a[href*="example.com"]')).toBeNull();
  });
});

describe('the cloud password', () => {
  it('is sent exactly as typed', async () => {
    const { props, send } = stepProps<'password'>(passwordState());
    const { user } = draw(<PasswordStep {...props} />);
    await user.type(screen.getByLabelText('Cloud password'), '  Pass wörd ');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_password', password: '  Pass wörd ' });
  });

  it('may be a space, but not nothing', async () => {
    const { props, send } = stepProps<'password'>(passwordState());
    const { user } = draw(<PasswordStep {...props} />);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toBe('Type the password.');
    expect(send).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Cloud password'), ' {Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_password', password: ' ' });
  });

  it('is shown on request', async () => {
    const { user } = draw(<PasswordStep {...stepProps<'password'>(passwordState()).props} />);
    expect(screen.getByLabelText('Cloud password').getAttribute('type')).toBe('password');
    await user.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(screen.getByLabelText('Cloud password').getAttribute('type')).toBe('text');
  });
});

describe('the email address', () => {
  it('is checked by its shape and sent without spaces around it', async () => {
    const { props, send } = stepProps<'email'>(fixtures['email'] as StateOf<'email'>);
    const { user } = draw(<EmailStep {...props} />);
    await user.type(screen.getByLabelText('Email address'), 'nobody{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('has an @');
    await user.type(screen.getByLabelText('Email address'), '@example.com {Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_email', email: 'nobody@example.com' });
  });
});

describe('another account than before', () => {
  it('is added or discarded, as the person decides', async () => {
    const { props, send } = stepProps<'confirm_account'>(fixtures['another account'] as StateOf<'confirm_account'>);
    const { user } = draw(<ConfirmAccountStep {...props} />);
    await user.click(screen.getByRole('button', { name: 'Use this one' }));
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    expect(send.mock.calls.map(([command]) => command)).toEqual([
      { type: 'confirm_account', decision: 'add' },
      { type: 'confirm_account', decision: 'discard' },
    ]);
  });
});

describe('the last page', () => {
  const state = fixtures['connected'] as StateOf<'connected'>;

  it('says of two-step verification only what is known', () => {
    draw(<ConnectedStep {...stepProps<'connected'>({ ...state, advice: [] }).props} />);
    expect(screen.queryByText('Two-step')).toBeNull();
    cleanup();
    draw(<ConnectedStep {...stepProps<'connected'>({ ...state, advice: [] }, { passwordAsked: true }).props} />);
    expect(screen.getByText('On. Good: keep it on.')).toBeTruthy();
    cleanup();
    draw(<ConnectedStep {...stepProps<'connected'>(state).props} />);
    expect(screen.getByText(/^Off\./)).toBeTruthy();
  });

  it('names the account, never the full number', () => {
    const { container } = draw(<ConnectedStep {...stepProps<'connected'>(state).props} />);
    expect(screen.getByText(marta.name)).toBeTruthy();
    expect(container.textContent).toContain(marta.phoneMasked);
  });

  it('of a failure starts again the way the server proposes', async () => {
    const failed = fixtures['failed, no account'] as StateOf<'failed'>;
    const { props } = stepProps<'failed'>(failed);
    const { user } = draw(<FailedStep {...props} />);
    await user.click(screen.getByRole('button', { name: 'Use another number' }));
    expect(props.startAgain).toHaveBeenCalledWith('phone');
  });
});
