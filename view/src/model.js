// The graph as the program wrote it, as a graphology graph with what the page asks of it.
import {MultiDirectedGraph} from 'graphology';

/** Okabe and Ito's palette, which colour-blind readers tell apart; `dark` is for a dark ground. */
export const kinds = {
    country: {light: '#0072B2', dark: '#56B4E9'},
    actor: {light: '#C98500', dark: '#E69F00'},
    measure: {light: '#B8608F', dark: '#CC79A7'},
    commodity: {light: '#009E73', dark: '#1FC796'},
    topic: {light: '#777777', dark: '#A0A0A0'},
};

const day = 86400000;

/** Days since 1970 of YYYY-MM-DD. */
export const dayOf = (date) => Math.floor(Date.parse(date + 'T00:00:00Z') / day);
export const dateOf = (number) => new Date(number * day).toISOString().slice(0, 10);

export class Model {
    constructor(data) {
        this.nodes = data.nodes;
        this.edges = data.edges;
        this.documents = data.documents;
        this.graph = new MultiDirectedGraph();
        this.days = [];
        for (const [index, node] of this.nodes.entries()) {
            node.key = String(index);
            node.names = [node.label, ...node.aliases].map((name) => name.toLocaleLowerCase());
            this.graph.addNode(node.key, {x: node.x, y: node.y, size: node.size, label: node.label, kind: node.kind});
        }
        for (const [index, edge] of this.edges.entries()) {
            edge.key = String(index);
            edge.spells = edge.spells.map(([begin, end]) => [dayOf(begin), end ? dayOf(end) : Infinity]);
            for (const [begin, end] of edge.spells) this.days.push(begin, ...(end === Infinity ? [] : [end]));
            this.graph.addDirectedEdgeWithKey(edge.key, String(edge.s), String(edge.t), {
                label: edge.label, size: Math.min(1.5 + Math.log2(edge.weight), 6),
            });
        }
        this.firstDay = this.days.reduce((a, b) => Math.min(a, b), Infinity);
        this.lastDay = this.days.reduce((a, b) => Math.max(a, b), -Infinity);
    }

    /** Edges at a node, of those that `admits` lets through. */
    edgesOf(node, admits) {
        return this.graph.edges(node.key).map((key) => this.edges[Number(key)]).filter(admits);
    }
}

/** What the filters let through. */
export class Filter {
    constructor(model) {
        this.model = model;
        this.hidden = {relation: new Set(), kind: new Set(), status: new Set(), basis: new Set()};
        this.speaker = '';
        this.from = -Infinity;
        this.to = Infinity;
    }

    admitsClaim(claim) {
        return !this.hidden.status.has(claim.status) && (!this.speaker || claim.speaker === this.speaker);
    }

    admitsNode(node) {
        return !this.hidden.kind.has(node.kind);
    }

    admitsEdge(edge) {
        if (this.hidden.relation.has(edge.relation)) return false;
        if (!this.admitsNode(this.model.nodes[edge.s]) || !this.admitsNode(this.model.nodes[edge.t])) return false;
        if (!edge.bases.some((basis) => !this.hidden.basis.has(basis))) return false;
        // What has no date is always there.
        if (edge.spells.length && !edge.spells.some(([begin, end]) => begin <= this.to && this.from <= end)) return false;
        if (edge.claims.length) return edge.claims.some((claim) => this.admitsClaim(claim));
        return (!this.speaker || edge.speakers.includes(this.speaker)) && edge.statuses.some((status) => !this.hidden.status.has(status));
    }
}
