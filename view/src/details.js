// The panel that tells of a node or an edge. All text goes in as text, never as markup.
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key === 'onclick') made.addEventListener('click', value);
        else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
    return made;
}

/** A quote whose marked stretches (code points from its beginning) stand out. */
export function markedQuote(quote, marks) {
    const points = Array.from(quote);
    const pieces = [];
    let at = 0;
    for (const [begin, end, role] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
        if (begin < at || end > points.length) continue;
        pieces.push(points.slice(at, begin).join(''));
        pieces.push(element('mark', {class: role, title: role}, points.slice(begin, end).join('')));
        at = end;
    }
    pieces.push(points.slice(at).join(''));
    return element('blockquote', {dir: 'auto'}, ...pieces);
}

const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

function link(url) {
    if (!/^https?:\/\//i.test(url)) return url ? element('span', {}, url) : '';
    return element('a', {href: url, rel: 'noopener noreferrer', target: '_blank'}, url);
}

export class Details {
    constructor(panel, model, filter, go) {
        Object.assign(this, {panel, model, filter, go});
    }

    clear() {
        this.panel.replaceChildren(
            element('p', {class: 'quiet'}, 'Choose a node or an edge: by a click in the graph, or by the search. Edges are claims; a click shows every quote that stands for them.'),
        );
    }

    nodeButton(node) {
        return element('button', {type: 'button', class: 'row', onclick: () => this.go.node(node)}, node.label);
    }

    edgeButton(edge, node) {
        const other = this.model.nodes[edge.s === Number(node.key) ? edge.t : edge.s];
        const text = edge.s === Number(node.key) ? `${edge.label} → ${other.label}` : `${other.label} → ${edge.label}`;
        return element('li', {}, element('button', {type: 'button', class: 'row', 'data-edge': edge.key, onclick: () => this.go.edge(edge)},
            text, element('span', {class: 'quiet'}, ` ${this.when(edge)}`)));
    }

    when(edge) {
        if (!edge.first) return '';
        return edge.first === edge.last ? edge.first : `${edge.first} to ${edge.last}`;
    }

    showNode(node) {
        const edges = this.model.edgesOf(node, (edge) => this.filter.admitsEdge(edge));
        const children = [
            element('h2', {dir: 'auto'}, node.label),
            element('p', {class: 'quiet'}, [node.kind, node.type].filter(Boolean).join(', ') +
                ` · ${counted(node.mentions, 'mention')} in ${counted(node.documents, 'document')}`),
        ];
        if (node.aliases.length) children.push(element('p', {}, `Also: ${node.aliases.join(', ')}`));
        if (node.kind === 'measure') children.push(...this.lifecycle(node));
        children.push(element('h3', {}, counted(edges.length, 'edge')),
            element('ul', {class: 'neighbours'}, ...edges.map((edge) => this.edgeButton(edge, node))));
        this.panel.replaceChildren(...children);
    }

    lifecycle(node) {
        if (!node.life?.length) return [];
        const rows = node.life.map((step) => element('tr', {},
            element('td', {}, step.date || 'undated'),
            element('td', {}, element('button', {type: 'button', class: 'row', onclick: () => this.go.edge(this.model.edges[step.edge])}, step.step)),
            element('td', {}, step.rates.join(', ')),
            element('td', {}, step.speakers.join(', '))));
        return [element('h3', {}, 'Lifecycle'), element('table', {class: 'lifecycle'},
            element('thead', {}, element('tr', {}, ...['Date', 'Step', 'Rate', 'Who says so'].map((head) => element('th', {scope: 'col'}, head)))),
            element('tbody', {}, ...rows))];
    }

    showEdge(edge) {
        const claims = edge.claims.filter((claim) => this.filter.admitsClaim(claim));
        this.panel.replaceChildren(
            element('h2', {}, edge.label),
            this.nodeButton(this.model.nodes[edge.s]),
            element('p', {class: 'quiet'}, `↓ ${edge.relation}`),
            this.nodeButton(this.model.nodes[edge.t]),
            element('p', {}, ...edge.bases.map((basis) => element('span', {class: 'badge'}, basis)),
                element('span', {class: 'quiet'}, this.when(edge))),
            element('h3', {}, `${claims.length} of ${counted(edge.claims.length, 'claim')}`),
            ...claims.map((claim) => this.claim(claim)),
            ...(edge.claims.length ? [] : [element('blockquote', {dir: 'auto'}, edge.quote)]),
        );
    }

    claim(claim) {
        const from = this.model.documents[claim.d];
        const said = claim.speaker ? `${claim.speaker} (${claim.how})` : 'reported by the document itself';
        const about = [claim.status, claim.polarity === 'negative' ? 'denied' : '', claim.time ? `at ${claim.time}` : '', ...claim.amounts].filter(Boolean);
        return element('article', {class: 'claim'},
            markedQuote(claim.quote, claim.marks),
            element('p', {}, element('strong', {dir: 'auto'}, said)),
            element('p', {}, ...about.map((word) => element('span', {class: 'badge'}, word))),
            element('p', {class: 'quiet', dir: 'auto'}, [from.date, from.outlet, from.title || from.id].filter(Boolean).join(' · ')),
            element('p', {}, link(from.url)));
    }
}
