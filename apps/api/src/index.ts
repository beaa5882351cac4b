export { type VariableRow, variables } from './config/variables.ts';
