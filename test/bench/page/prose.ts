// What docs/bench.md says around its table.

/** Before the table. */
export const INTRODUCTION = `# Bench

Written by \`npm run bench -- --write\`; \`npm run bench -- --only <row>\` measures single rows, \`--quick\` with fewer repeats. What
the gateway is compared with is not installed with it: \`npm run bench\` installs it in \`test/bench/\` when it is missing.
Where the time or the memory goes of what is not met: \`docs/decisions/unmet-targets.md\`.
`;

/** After the table, before what each row has measured. */
export const READING = `## How to read it

Servers run on one core, the load and the upstream on the other; each server is a process of its own. Servers of one row are
measured in turns, three times, and medians are taken. A figure with "x" is a ratio of two figures of the same run: rates vary
by a third with what else a machine does, ratios and CPU time do not. CPU is what the kernel says that the server's process has
used, with all its threads, per answer.

The gateway is the built program with an upstream, a folder for its data and nothing else set: every limit is on, and every
person has a token of their own. The upstream is a stand-in that answers at once or after a set time, and counts.

"Yoga" has synchronous resolvers on constant data of the same shape, which is the data of our own answer: it finds nothing and
converts nothing. It runs on graphql 16, on which it is up to a tenth faster than on graphql 17. "Tuned" is without masked
errors, logging, CORS, uploads, its page and its limit of bodies.

"New variables" are another range of days and another \`first\` for every request, of ten people whose records are in memory.
"Asked again" is the same document with the same variables of the same ten people. "p99 at 70 %" sends requests at a fixed
rate, and times each from the moment at which it was due.

Workers are asked for 28 days of heart rate, thinned to 10 to 39 points, of the same ten people, from memory. Both cores are theirs and the load
generator's: of the 200 % of CPU that there are, its part is nobody's, so that two workers cannot be twice one. With "new variables", which cost
three times what the load generator spends on them, two gateways that have nothing to do with each other are 1.4 times one.

A latency is the time of one call to the upstream, sent alone. Round trips are the longest chain of calls, each of which began when
another had been answered.
`;
