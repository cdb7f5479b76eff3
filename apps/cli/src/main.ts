#!/usr/bin/env node
import { commands } from './commands.ts';
import { dispatch } from './terminal/dispatch.ts';
import { processTerminal } from './terminal/process-terminal.ts';

process.exitCode = await dispatch(commands, process.argv.slice(2), processTerminal());
