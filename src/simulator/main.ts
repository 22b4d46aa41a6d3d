// The program: starts a simulator and prints how to use it.
import { parseArgs } from 'node:util';
import { instantFrom, readDialect } from './control-bodies.ts';
import { type ClientOptions, type Simulator, type SimulatorOptions, createSimulator } from './simulator.ts';

const HELP = `Usage: npm run simulator -- [options]

A sandbox of Polar AccessLink v3 with simulated people; their data are the same in every run.

  --port <number>     where to listen (4010)
  --host <name>       on which address (127.0.0.1)
  --dialect <name>    live: as the API really responds; documented: as it is described (live)
  --seed <number>     another number, other data (1)
  --clock <instant>   stop the clock, like 2026-11-22T08:00:00Z (it runs)
  --control           control faults, clock, limits and new data under /control (off)
  --client-id <id>          of the partner (simulator-client)
  --client-secret <secret>  of the partner (simulator-secret)
  --redirect-uri <url>      where users are sent back to, repeatable, the first is the default
                            (http://localhost:4000/auth/callback and the same on 127.0.0.1)
  --help              this text
`;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  dialect: { type: 'string' },
  seed: { type: 'string' },
  clock: { type: 'string' },
  control: { type: 'boolean' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  'redirect-uri': { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

type Flags = ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'];

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS });
    if (values.help === true) return void process.stdout.write(HELP);
    const simulator = await createSimulator(optionsFrom(values));
    process.stdout.write(usageOf(simulator, values['client-id'] ?? 'simulator-client'));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nTry --help.\n`);
    process.exitCode = 1;
  }
}

function optionsFrom(flags: Flags): SimulatorOptions {
  const stoppedAt = flags.clock === undefined ? null : instantFrom(flags.clock);
  return {
    host: flags.host ?? '127.0.0.1',
    port: numberFrom('--port', flags.port ?? '4010', 65_535),
    dialect: readDialect(flags.dialect ?? 'live'),
    seed: numberFrom('--seed', flags.seed ?? '1', Number.MAX_SAFE_INTEGER),
    control: flags.control ?? false,
    client: clientFrom(flags),
    ...(stoppedAt === null ? {} : { now: () => stoppedAt }),
  };
}

function clientFrom(flags: Flags): Partial<ClientOptions> {
  const { 'client-id': id, 'client-secret': secret, 'redirect-uri': redirectUris } = flags;
  return {
    ...(id === undefined ? {} : { id }),
    ...(secret === undefined ? {} : { secret }),
    ...(redirectUris === undefined ? {} : { redirectUris }),
  };
}

function numberFrom(flag: string, text: string, most: number): number {
  if (/^\d{1,16}$/.test(text) && Number(text) <= most) return Number(text);
  throw new RangeError(`Cannot read ${flag}: "${text}" is not a whole number from 0 to ${most}`);
}

function usageOf({ url, people }: Simulator, clientId: string): string {
  const lines = people.map(
    ({ userId, token, name, timeZone, summary }) =>
      `  ${name}, ${timeZone}\n    id ${userId}  token ${token}\n    ${summary}\n`,
  );
  const signIn = `${url}/oauth2/authorization?response_type=code&client_id=${encodeURIComponent(clientId)}`;
  const example = `curl -H 'Authorization: Bearer ${people[0]?.token}' ${url}/v3/users/sleep`;
  return `AccessLink simulator at ${url}\n\n${lines.join('')}\nSign in:\n  ${signIn}\n\nTry:\n  ${example}\n`;
}
