// Bare node:http: reads the request and sends the same bytes to everybody. The least that an answer can cost in Node.
import { readFileSync } from 'node:fs';
import { announce } from './announce.ts';

const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

announce((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  });
});
