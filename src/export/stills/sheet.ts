/** What the style sheets of a page say of an element. */
import postcss, { type AtRule, type Container, type Rule as CssRule } from 'postcss';
import { holds, type Condition, type View } from './conditions.ts';
import { classes, compile, type CompiledSelector, type Element } from './selector.ts';

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

interface Rule extends CompiledSelector {
  /** Its place among all rules. */
  readonly order: number;
  /** Its layer's place in the cascade; rules outside all layers come last. */
  readonly layer: string | undefined;
  readonly conditions: readonly Condition[];
  readonly declarations: readonly Declaration[];
}

interface Place {
  readonly selector?: string;
  readonly layer?: string;
  readonly conditions: readonly Condition[];
}

export class Sheet {
  readonly #layers: string[] = [];
  /** By what an element must have to be matched: a class, a tag, or nothing. */
  readonly #rules = new Map<string, Rule[]>();
  readonly #matched = new WeakMap<Element, readonly Rule[]>();
  #count = 0;

  /** @param styles the page's style sheets in order */
  constructor(styles: readonly string[]) {
    for (const css of styles) this.#read(postcss.parse(css), { conditions: [] });
  }

  /** The declarations that hold for an element, weakest first. */
  declarations(element: Element, view: View): readonly Declaration[] {
    const held = this.#rulesFor(element).filter(({ conditions }) =>
      conditions.every((condition) => holds(condition, view)),
    );
    const normal = held.flatMap(({ declarations }) => declarations.filter(({ important }) => !important));
    // Among important declarations the earlier layer wins.
    const important = held
      .toSorted((a, b) => this.#rank(b) - this.#rank(a) || a.specificity - b.specificity || a.order - b.order)
      .flatMap(({ declarations }) => declarations.filter((each) => each.important));
    return [...normal, ...important];
  }

  #rank({ layer }: Rule): number {
    return layer === undefined ? this.#layers.length : this.#layers.indexOf(layer);
  }

  #rulesFor(element: Element): readonly Rule[] {
    const known = this.#matched.get(element);
    if (known) return known;
    const keys = ['', element.tagName, ...classes(element).map((name) => `.${name}`)];
    const found = keys
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({ matches }) => matches(element))
      .sort((a, b) => this.#rank(a) - this.#rank(b) || a.specificity - b.specificity || a.order - b.order);
    this.#matched.set(element, found);
    return found;
  }

  #read(container: Container, place: Place): void {
    const declarations: Declaration[] = [];
    for (const node of container.nodes ?? []) {
      if (node.type === 'decl') {
        declarations.push({ property: node.prop, value: node.value, important: node.important === true });
      } else if (node.type === 'rule') {
        this.#read(node, { ...place, selector: nested(place.selector, node) });
      } else if (node.type === 'atrule') {
        this.#readAt(node, place);
      }
    }
    if (place.selector === undefined || declarations.length === 0) return;
    for (const selector of compile(place.selector)) {
      const { layer, conditions } = place;
      const rule = { ...selector, layer, conditions, declarations, order: this.#count++ };
      const others = this.#rules.get(selector.key);
      if (others) others.push(rule);
      else this.#rules.set(selector.key, [rule]);
    }
  }

  #readAt(rule: AtRule, place: Place): void {
    const { name, params, nodes } = rule;
    if (name === 'layer') {
      const names = params.split(',').map((each) => [place.layer, each.trim()].filter(Boolean).join('.'));
      for (const each of names) if (!this.#layers.includes(each)) this.#layers.push(each);
      if (nodes) this.#read(rule, { ...place, layer: names[0] ?? '' });
    } else if (name === 'media' || name === 'container' || name === 'supports') {
      this.#read(rule, { ...place, conditions: [...place.conditions, { kind: name, query: params }] });
    }
  }
}

/** A rule's selector with that of the rule around it put in. */
function nested(outer: string | undefined, { selector }: CssRule): string {
  if (outer === undefined) return selector;
  const around = `:is(${outer})`;
  return selector
    .split(/,(?![^(]*\))/)
    .map((each) => (each.includes('&') ? each.replaceAll('&', around) : `${around} ${each}`))
    .join(',');
}
