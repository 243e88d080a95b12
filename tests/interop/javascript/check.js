// Reads GraphML and GEXF with graphology, Cytoscape's JSON with Cytoscape and Cypher with Neo4j's parser: node check.js EXPORTS
import fs from 'node:fs';
import path from 'node:path';
import {lintCypherQuery, parseStatementsStrs} from '@neo4j-cypher/language-support';
import cytoscape from 'cytoscape';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const folder = process.argv[2];
let faults = 0;
let checks = 0;
function check(condition, message) {
    ++checks;
    if (condition) return;
    ++faults;
    console.log(message);
}

function checkGraph(name, nodes, edges, expected) {
    check(nodes.length === expected.nodes && edges.length === expected.edges,
          `${name}: ${nodes.length} nodes, ${edges.length} edges; expected ${expected.nodes}, ${expected.edges}`);
    check(nodes.every((node) => node.label && node.kind), `${name}: a node without label or kind`);
    check(edges.every((edge) => edge.relation && Number(edge.weight) >= 1), `${name}: an edge without relation or weight`);
    if (name.startsWith('hostile') && !name.includes('.claims.')) {
        for (const label of ['INF', 'null', 'L'.repeat(100000)])
            check(nodes.some((node) => node.label === label), `${name}: no label ${label.slice(0, 20)}`);
        check(nodes.some((node) => node.label.includes('<script>alert(1)</script>')), `${name}: no script as text`);
    }
}

for (const file of fs.readdirSync(folder).sort()) {
    const text = () => fs.readFileSync(path.join(folder, file), 'utf8');
    if (file.endsWith('.cypher')) {
        // No text leaves its string and begins another statement.
        const lines = text().split('\n').length - 1;
        check(parseStatementsStrs(text()).length === lines, `${file}: not ${lines} statements`);
        const faultsFound = file === 'hostile.cypher' ? lintCypherQuery(text(), {}).diagnostics.filter((found) => found.severity === 1) : [];
        check(faultsFound.length === 0, `${file}: ${JSON.stringify(faultsFound[0])}`);
    }
    const twin = path.join(folder, file.replace(/\.\w+$/, '.graphml'));
    if (!/\.(graphml|gexf|cyjs)$/.test(file)) continue;
    const counted = fs.readFileSync(twin, 'utf8');
    const expected = {nodes: counted.split('\n<node ').length - 1, edges: counted.split('\n<edge ').length - 1};
    if (file.endsWith('.cyjs')) {
        const drawn = cytoscape({headless: true, ...JSON.parse(text())});
        const attributes = (element) => ({...element.data(), label: element.data('name'), relation: element.data('interaction')});
        checkGraph(file, drawn.nodes().map(attributes), drawn.edges().map(attributes), expected);
        check(drawn.nodes().every((node) => Number.isFinite(node.position().x)), `${file}: a node without a place`);
        continue;
    }
    const parse = file.endsWith('.gexf') ? gexf.parse : graphml.parse;
    const graph = parse(graphology.MultiDirectedGraph, text());
    const nodes = graph.mapNodes((_, node) => node);
    const edges = graph.mapEdges((_, edge) => edge);
    checkGraph(file, nodes, edges, expected);
    check(nodes.every((node) => Number.isFinite(node.x)), `${file}: a node without a place`);
}
console.log(`${checks} checks, ${faults} faults`);
process.exit(faults || checks < 50 ? 1 : 0);
