// Calls the functions that read the text aloud and search it: [[name, arguments], …] on standard
// input.
import { readFileSync } from 'node:fs';
import { find, prepare, wordsOf } from '../../publishing/html/web/src/frame/match.js';
import { anchorOf, nameOf, placeIn } from '../../publishing/html/web/src/frame/place.js';
import { makeReader } from '../../publishing/html/web/src/text/listening/reader.js';
import { pickVoice } from '../../publishing/html/web/src/text/listening/voice.js';

/** Reads texts aloud with a fake voice; returns what it spoke and what was reported. */
function listen(texts, acts) {
  const [spoken, told, handlers] = [[], [], []];
  const speaker = {
    speak: (text, handler) => {
      spoken.push(text);
      handlers.push(handler);
    },
    stop: () => spoken.push('—'),
  };
  const reader = makeReader(texts, speaker, (news) => told.push(news));
  const latest = () => handlers.at(-1);
  const can = {
    ...reader,
    end: () => latest().ended(),
    fail: () => latest().failed(),
    // Events that browsers dispatch for an interrupted text.
    late: () => handlers.at(-2).ended(),
    lateFail: () => handlers.at(-2).failed(),
  };
  for (const [act, ...given] of acts) can[act](...given);
  return { spoken, told: told.filter(Boolean), at: reader.at(), playing: reader.playing() };
}

const functions = {
  place: (query) => {
    const place = placeIn(query);
    return place && [anchorOf(place), nameOf(place)];
  },
  found: (text, query, pairs) => {
    const simplified = new Map(pairs.map(([traditional, simple]) => [traditional, simple]));
    return find(prepare(text), wordsOf(query, simplified)).length > 0;
  },
  voice: (voices) => pickVoice(voices)?.name,
  listen,
};
const calls = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(
  JSON.stringify(calls.map(([name, given]) => functions[name](...given) ?? null)),
);
