// The index of docs/adr, from the title and the status line of each record.
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/adr';
const TITLE = /^# (\d{4}) (.+)$/m;
const STATUS =
  /^_(Accepted|Accepted, in part replaced by \[\d{4}\]\([\w-]+\.md\)|Replaced by \[\d{4}\]\([\w-]+\.md\)), (\d{4}-\d\d-\d\d)\.?_$/m;

function recordOf(name) {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const [, number, title] = TITLE.exec(text) ?? [];
  const [, status, date] = STATUS.exec(text) ?? [];
  if (!status)
    throw new Error(`${FOLDER}/${name} needs "# 0001 Title" and a status line like "_Accepted, 2026-11-21_"`);
  if (!name.startsWith(number)) throw new Error(`${FOLDER}/${name} is titled ${number}`);
  return `| [${number}](${name}) | ${title} | ${status} | ${date} |`;
}

export function decisionsTable() {
  const names = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-/.test(name))
    .sort();
  return ['| | decision | status | date |', '| --- | --- | --- | --- |', ...names.map(recordOf)].join('\n');
}
