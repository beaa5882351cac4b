import type { LaterCatalogue } from '../en-later.ts';

export const signIn: LaterCatalogue['signIn'] = {
  devTitle: 'Acceso de desarrollo',
  devLead: 'Sé quien quieras. Esta página solo existe en el ordenador de quien desarrolla.',
  userId: 'ID de usuario',
  userIdNote: 'como lo conoce la plataforma',
  label: 'Se muestra como',
  labelNote: 'nombre o correo',
  role: 'Rol',
  roleUser: 'Usuario',
  roleSupport: 'Soporte',
  submit: 'Entrar',
  busy: 'Entrando…',
  outTitle: 'Abre esto desde Botize',
  outLead: 'Esta página necesita saber para qué cuenta de Botize es. Botize te envía aquí con un enlace propio.',
  outHow: 'En Botize, abre tus integraciones y elige Telegram. El enlace vale una vez y durante diez minutos.',
  linkTitle: 'Este enlace ya no vale',
  linkLead: 'Un enlace vale una vez y durante diez minutos. Pide otro en Botize.',
  goOnAs: (label) => `Seguir como ${label}`,
  signOut: 'Salir',
  signedInAs: (label) => `Has entrado como ${label}`,
};
