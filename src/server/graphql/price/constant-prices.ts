// Prices of fields in which no variable stands: found once for each number of items that they are selected in.
import { Kind, type SelectionNode } from 'graphql';
import { hasVariable } from '../execution/arguments.ts';
import type { UnfoldedField, Unfolding } from './unfolded-fields.ts';

/** In what a field is selected. */
interface Selected {
  readonly items: number;
  readonly pricing: Unfolding;
}

/** The price of a field: that of an earlier operation of the document where no variable stands in the field. */
export type ConstantPrices<P> = (field: UnfoldedField, selected: Selected, price: (below: ConstantPrices<P>) => P) => P;

/** Below what is priced once, nothing is by itself. */
function none<P>(_: UnfoldedField, __: Selected, price: (below: ConstantPrices<P>) => P): P {
  return price(none);
}

/** Of each field: ranges have few lengths. */
const MAX_PRICES = 8;
/** Of all fields of all documents; beyond, all are forgotten. One takes about a hundred bytes. */
const MAX_TOTAL = 20_000;

/** They are remembered with the nodes of the document. */
export function createConstantPrices<P>(): ConstantPrices<P> {
  let prices = new WeakMap<SelectionNode, Map<string, P>>();
  const variable = new WeakSet<SelectionNode>();
  let total = 0;
  const constants: ConstantPrices<P> = ({ node, parent }, { items, pricing }, price) => {
    if (!node.selectionSet || variable.has(node)) return price(constants);
    const key = `${items} ${parent.name}`;
    const found = prices.get(node)?.get(key);
    if (found) return found;
    if (!isConstant(node, pricing)) {
      variable.add(node);
      return price(constants);
    }
    const made = price(none);
    if (total >= MAX_TOTAL) [prices, total] = [new WeakMap(), 0];
    total += 1;
    const known = prices.get(node) ?? new Map<string, P>();
    if (known.size >= MAX_PRICES) known.clear();
    prices.set(node, known.set(key, made));
    return made;
  };
  return constants;
}

/** Whether no variable stands in a node, nor in the fragments that it spreads. The document is valid: none spreads itself. */
function isConstant(node: SelectionNode, unfolding: Pick<Unfolding, 'fragments'>): boolean {
  const own = node.kind === Kind.FIELD ? [node, ...(node.directives ?? [])] : (node.directives ?? []);
  if (own.some((one) => one.arguments?.some(({ value }) => hasVariable(value)))) return false;
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? unfolding.fragments.get(node.name.value) : node;
  return (fragment?.selectionSet?.selections ?? []).every((below) => isConstant(below, unfolding));
}
