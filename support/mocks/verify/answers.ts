import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { field } from '../../data/field';
import type { RecordedAnswer } from './compare';
import type { Contract } from './contract';

/** Tells where an answer is not what the document says; one line a fault. */
export type AnswerCheck = (answer: RecordedAnswer) => readonly string[];

const PROBLEM = 'application/problem+json';

/** Makes the check of a document's answers. */
export function answerCheck(contract: Contract): AnswerCheck {
  // Strict mode is about the document's style, which is the service's own.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(contract, 'contract');
  return (answer) => {
    const place = placeOf(contract, answer);
    if ('wrong' in place) return place.wrong;
    const validate = ajv.compile({ $ref: `contract#/${place.schema.map(pointerPart).join('/')}` });
    if (validate(answer.body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = 'is wrong' }) => `body${instancePath.replaceAll('/', '.')}: ${message}`);
  };
}

type Place = { readonly wrong: readonly string[] } | { readonly schema: readonly string[] };

/** Where the schema of an answer is in the document; what is wrong, or nothing, where it has none. */
function placeOf({ paths }: Contract, { ask, status, type, body }: RecordedAnswer): Place {
  const [verb = '', path = ''] = ask.split(' ');
  const method = verb.toLowerCase();
  const responses = field(field(paths[path], method), 'responses');
  if (responses === undefined) return { wrong: [`${ask} is no operation of the contract`] };
  const key = [String(status), `${String(status)[0]}XX`, 'default'].find((one) => field(responses, one) !== undefined);
  if (!key) return { wrong: status >= 400 && type === PROBLEM ? [] : [`status: the contract has no answer ${status}`] };
  const content = field(field(responses, key), 'content');
  if (content === undefined) return { wrong: body === undefined ? [] : ['body: the contract has an answer without one'] };
  const media = field(content, type);
  if (media === undefined) return { wrong: [`content-type: the contract has ${Object.keys(Object(content)).join(', ')}, found ${type || 'none'}`] };
  if (field(media, 'schema') === undefined || !type.includes('json')) return { wrong: [] };
  return { schema: ['paths', path, method, 'responses', key, 'content', type, 'schema'] };
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
