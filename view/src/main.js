import {EdgeCurvedArrowProgram, indexParallelEdgesIndex} from '@sigma/edge-curve';
import Sigma from 'sigma';
import {EdgeArrowProgram} from 'sigma/rendering';
import {Details, element} from './details.js';
import {dateOf, Filter, kinds, Model} from './model.js';
import {drawsInSoftware, unrolled, UnrolledArrowProgram, UnrolledNodeProgram} from './software.js';

const find = (id) => document.getElementById(id);
const model = new Model(JSON.parse(find('graph').textContent));
const filter = new Filter(model);
const state = {selected: null, near: null, hovered: null, dark: false};

// ---- Drawing -------------------------------------------------------------------------------------------------------

const colors = {};
function readColors() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['text', 'quiet', 'line', 'accent', 'ground']) colors[name] = style.getPropertyValue('--' + name).trim();
}

/** A label on a plate, so that it reads over edges in light and dark. */
function drawHover(context, data, settings) {
    const size = settings.labelSize;
    context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
    const label = data.label || '';
    const width = context.measureText(label).width;
    context.fillStyle = colors.ground;
    context.strokeStyle = colors.accent;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
    context.stroke();
    context.fillRect(data.x + data.size + 3, data.y - size, width + 8, 2 * size);
    context.fillStyle = colors.text;
    context.fillText(label, data.x + data.size + 7, data.y + size / 3);
}

const large = model.edges.length > 3000;

indexParallelEdgesIndex(model.graph, {edgeIndexAttribute: 'parallel', edgeMaxIndexAttribute: 'parallelMax'});
model.graph.forEachEdge((key, {parallel, parallelMax}) => {
    const bent = !large && typeof parallel === 'number' && typeof parallelMax === 'number' && parallelMax > 0;
    model.graph.mergeEdgeAttributes(key, bent ? {type: 'curved', curvature: 0.15 + 0.2 * parallel} : {type: 'arrow'});
});
// Edges there and back would lie on each other.
model.graph.forEachEdge((key, attributes, source, target) => {
    if (!large && attributes.type === 'arrow' && source !== target && model.graph.hasDirectedEdge(target, source))
        model.graph.mergeEdgeAttributes(key, {type: 'curved', curvature: 0.15});
});

const dimmed = () => (state.dark ? '#2b3038' : '#e4e7eb');

function nodeLooks(key, data) {
    const node = model.nodes[Number(key)];
    if (!shown.nodes.has(key)) return {...data, hidden: true};
    const looks = {...data, size: Math.min(24, Math.max(2, data.size / (model.nodes.length > 1000 ? 6 : 2.4))), color: kinds[node.kind][state.dark ? 'dark' : 'light']};
    if (state.near && !state.near.has(key)) return {...looks, color: dimmed(), label: '', zIndex: 0};
    if (state.near) Object.assign(looks, {zIndex: 1, forceLabel: state.near.size < 60});
    if (state.selected === node) Object.assign(looks, {highlighted: true, forceLabel: true});
    return looks;
}

function edgeLooks(key, data) {
    if (!shown.edges.has(key)) return {...data, hidden: true};
    const edge = model.edges[Number(key)];
    const looks = {...data, color: edge.bases.includes('disputed') ? '#D55E00' : state.dark ? '#6b7480' : '#a9b1bb'};
    if (state.selected === edge) return {...looks, color: colors.accent, size: data.size + 2, forceLabel: true, zIndex: 1};
    if (state.near) {
        if (state.selected.key !== undefined && isNode(state.selected) && isAt(edge, state.selected)) return {...looks, forceLabel: state.near.size < 15};
        return {...looks, color: dimmed(), label: ''};
    }
    return looks;
}

const isNode = (thing) => thing !== null && thing.kind !== undefined;
const isAt = (edge, node) => edge.s === Number(node.key) || edge.t === Number(node.key);

const shown = {nodes: new Set(), edges: new Set()};
function applyTheme(dark) {
    state.dark = dark;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    readColors();
}
function findShown() {
    shown.edges.clear();
    shown.nodes.clear();
    for (const edge of model.edges) {
        if (!filter.admitsEdge(edge)) continue;
        shown.edges.add(edge.key);
        shown.nodes.add(String(edge.s)).add(String(edge.t));
    }
    for (const node of model.nodes) {
        if (model.graph.degree(node.key) === 0 && filter.admitsNode(node)) shown.nodes.add(node.key);
    }
}

// All is known before the drawing is made, so that it is drawn once.
applyTheme(matchMedia('(prefers-color-scheme: dark)').matches);
findShown();
const programs = drawsInSoftware()
    ? {nodeProgramClasses: {circle: UnrolledNodeProgram}, edgeProgramClasses: {arrow: UnrolledArrowProgram, curved: unrolled(EdgeCurvedArrowProgram)}}
    : {edgeProgramClasses: {arrow: EdgeArrowProgram, curved: EdgeCurvedArrowProgram}};
let renderer = null;
try {
    renderer = new Sigma(model.graph, find('stage'), {
        defaultEdgeType: 'arrow',
        ...programs,
        enableEdgeEvents: true,
        renderEdgeLabels: model.edges.length <= 150,
        // Without a graphics processor, many edges would make dragging jerk.
        hideEdgesOnMove: large,
        hideLabelsOnMove: large,
        labelFont: 'system-ui, "Liberation Sans", "DejaVu Sans", sans-serif',
        labelSize: 12,
        labelColor: {color: colors.text},
        edgeLabelColor: {color: colors.quiet},
        edgeLabelSize: 10,
        labelRenderedSizeThreshold: model.nodes.length > 300 ? 6 : 0,
        labelDensity: model.nodes.length > 300 ? 1 : 4,
        labelGridCellSize: model.nodes.length > 300 ? 100 : 60,
        zIndex: true,
        stagePadding: 40,
        minCameraRatio: 0.02,
        maxCameraRatio: 4,
        defaultDrawNodeHover: drawHover,
        nodeReducer: nodeLooks,
        edgeReducer: edgeLooks,
    });
} catch (fault) {
    find('stage').replaceChildren(element('p', {}, `The graph cannot be drawn here (${fault.message}). The search and the lists work.`));
}
if (renderer && large) {
    // Layers that are empty while the drawing moves cost their blending with the others.
    const {edges, edgeLabels, labels, hovers, hoverNodes} = renderer.getCanvases();
    renderer.on('beforeRender', () => {
        const moves = renderer.getMouseCaptor().isMoving || renderer.getCamera().isAnimated();
        for (const layer of [edges, edgeLabels, labels, hovers, hoverNodes]) layer.style.display = moves ? 'none' : '';
    });
}
// What draws is not for screen readers: the lists say the same.
for (const canvas of find('stage').querySelectorAll('canvas')) canvas.setAttribute('aria-hidden', 'true');

function refresh() {
    renderer?.refresh({skipIndexation: true});
}

function setTheme(dark) {
    applyTheme(dark);
    renderer?.setSetting('labelColor', {color: colors.text});
    renderer?.setSetting('edgeLabelColor', {color: colors.quiet});
    refresh();
}

// ---- Filters -------------------------------------------------------------------------------------------------------

function applyFilter() {
    findShown();
    showCounts();
    showSelected();
    refresh();
}

function showCounts() {
    find('counts').textContent = `${shown.nodes.size} of ${model.nodes.length} nodes, ${shown.edges.size} of ${model.edges.length} edges`;
}

function checkboxes(id, what, counts, swatch) {
    for (const [value, count] of counts) {
        const box = element('input', {type: 'checkbox', checked: true, value});
        box.addEventListener('change', () => {
            if (box.checked) filter.hidden[what].delete(value);
            else filter.hidden[what].add(value);
            applyFilter();
        });
        const label = element('label', {}, box, swatch ? element('span', {class: 'swatch', 'data-kind': value}) : '', element('span', {}, value), element('span', {}, String(count)));
        find(id).append(label);
    }
}

function countBy(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

checkboxes('relations', 'relation', countBy(model.edges.map((edge) => edge.relation)));
checkboxes('kinds', 'kind', countBy(model.nodes.map((node) => node.kind)), true);
checkboxes('statuses', 'status', countBy(model.edges.flatMap((edge) => edge.statuses)));
checkboxes('basis', 'basis', countBy(model.edges.flatMap((edge) => edge.bases)));
for (const swatch of document.querySelectorAll('.swatch')) swatch.style.setProperty('--swatch', kinds[swatch.dataset.kind].light);

const speakers = countBy(model.edges.flatMap((edge) => edge.speakers));
find('speaker').append(element('option', {value: ''}, 'anyone'), ...speakers.map(([name, count]) => element('option', {value: name}, `${name} (${count})`)));
find('speaker').addEventListener('change', (event) => {
    filter.speaker = event.target.value;
    applyFilter();
});

const dated = model.firstDay <= model.lastDay;
const atSlider = (id) => Math.round(model.firstDay + (Number(find(id).value) / 1000) * (model.lastDay - model.firstDay));
function readSliders() {
    if (!dated) return;
    if (Number(find('from').value) > Number(find('to').value)) find('from').value = find('to').value;
    filter.from = find('from').value === '0' ? -Infinity : atSlider('from');
    filter.to = find('to').value === '1000' ? Infinity : atSlider('to');
    showDates();
    applyFilter();
}
function showDates() {
    for (const id of ['from', 'to']) {
        find(`${id}-text`).textContent = dateOf(atSlider(id));
        find(id).setAttribute('aria-valuetext', dateOf(atSlider(id)));
    }
}
for (const id of ['from', 'to', 'play']) find(id).disabled = !dated;
for (const id of ['from', 'to']) find(id).addEventListener('input', readSliders);

let playing = 0;
function play(on) {
    clearInterval(playing);
    playing = 0;
    find('play').setAttribute('aria-pressed', String(on));
    find('play').textContent = on ? 'Stop' : 'Play';
    if (!on) return;
    if (find('to').value === '1000') find('to').value = find('from').value;
    playing = setInterval(() => {
        find('to').value = String(Number(find('to').value) + 10);
        readSliders();
        if (find('to').value === '1000') play(false);
    }, 100);
}
find('play').addEventListener('click', () => play(!playing));

find('filters').addEventListener('reset', () => {
    for (const hidden of Object.values(filter.hidden)) hidden.clear();
    filter.speaker = '';
    play(false);
    // The form's own fields are reset after this event.
    setTimeout(() => (dated ? readSliders() : applyFilter()), 0);
});
find('filters').addEventListener('submit', (event) => event.preventDefault());

// ---- Selection -----------------------------------------------------------------------------------------------------

const details = new Details(find('details'), model, filter, {node: (node) => select(node), edge: (edge) => select(edge)});

function showSelected() {
    if (state.selected === null) details.clear();
    else if (isNode(state.selected)) details.showNode(state.selected);
    else details.showEdge(state.selected);
}

function select(thing, moves = true) {
    state.selected = thing;
    state.near = null;
    if (isNode(thing)) state.near = new Set([thing.key, ...model.edgesOf(thing, (edge) => shown.edges.has(edge.key)).flatMap((edge) => [String(edge.s), String(edge.t)])]);
    else if (thing) state.near = new Set([String(thing.s), String(thing.t)]);
    showSelected();
    find('details').scrollTop = 0;
    find('live').textContent = !thing ? 'Nothing is selected' : isNode(thing) ? `${thing.label}, ${thing.kind}` : `${model.nodes[thing.s].label} ${thing.label} ${model.nodes[thing.t].label}`;
    if (thing && moves) lookAt(isNode(thing) ? [thing.key] : [String(thing.s), String(thing.t)]);
    refresh();
}

function lookAt(keys) {
    if (!renderer) return;
    const places = keys.map((key) => renderer.getNodeDisplayData(key)).filter(Boolean);
    if (!places.length) return;
    const middle = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    renderer.getCamera().animate({x: middle('x'), y: middle('y')}, {duration: still ? 0 : 300});
}

renderer?.on('clickNode', ({node}) => select(model.nodes[Number(node)], false));
renderer?.on('clickEdge', ({edge}) => select(model.edges[Number(edge)], false));
renderer?.on('clickStage', () => select(null));
for (const event of ['enterNode', 'enterEdge']) renderer?.on(event, () => (find('stage').style.cursor = 'pointer'));
for (const event of ['leaveNode', 'leaveEdge']) renderer?.on(event, () => (find('stage').style.cursor = ''));

// ---- Search --------------------------------------------------------------------------------------------------------

const most = 30;
function search(text) {
    const wanted = text.trim().toLocaleLowerCase();
    const box = find('results');
    box.hidden = !wanted;
    if (!wanted) return box.replaceChildren();
    const rank = (node) => (node.names.some((name) => name === wanted) ? 0 : node.names.some((name) => name.startsWith(wanted)) ? 1 : 2);
    const nodes = model.nodes.filter((node) => node.names.some((name) => name.includes(wanted))).sort((a, b) => rank(a) - rank(b) || b.mentions - a.mentions);
    const edges = model.edges.filter((edge) => edge.quote.toLocaleLowerCase().includes(wanted) || edge.claims.some((claim) => claim.quote.toLocaleLowerCase().includes(wanted)));
    const result = (thing, label, more) => element('button', {type: 'button', class: 'result', onclick: () => choose(thing)}, label, element('span', {class: 'quiet'}, ` ${more}`));
    box.replaceChildren(
        ...nodes.slice(0, most).map((node) => result(node, node.label, node.kind)),
        ...edges.slice(0, most).map((edge) => result(edge, `${model.nodes[edge.s].label} ${edge.label} ${model.nodes[edge.t].label}`, 'quote')),
        nodes.length + edges.length ? '' : element('p', {class: 'quiet'}, 'Nothing is found.'),
    );
    find('live').textContent = `${nodes.length} names and ${edges.length} quotes found`;
}
function choose(thing) {
    find('results').hidden = true;
    select(thing);
    find('details').focus();
}
find('search').addEventListener('input', (event) => search(event.target.value));
find('search').addEventListener('focus', (event) => search(event.target.value));
find('search').addEventListener('keydown', (event) => {
    const first = find('results').querySelector('button');
    if (event.key === 'Enter' && first) first.click();
    if (event.key === 'ArrowDown' && first) first.focus();
    if (event.key === 'Enter' || event.key === 'ArrowDown') event.preventDefault();
});
find('results').addEventListener('keydown', (event) => {
    const next = {ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling'}[event.key];
    if (!next) return;
    event.preventDefault();
    (document.activeElement[next] ?? find('search')).focus();
});
document.addEventListener('click', (event) => {
    if (!event.target.closest('.search')) find('results').hidden = true;
});

// ---- Keys and buttons ----------------------------------------------------------------------------------------------

const fit = () => renderer?.getCamera().animatedReset({duration: 200});
find('fit').addEventListener('click', fit);
find('theme').addEventListener('click', () => setTheme(!state.dark));
document.addEventListener('keydown', (event) => {
    const typing = /^(input|select|textarea)$/i.test(event.target.tagName);
    if (event.key === 'Escape') {
        find('results').hidden = true;
        select(null);
    } else if (event.key === '/' && !typing) {
        event.preventDefault();
        find('search').focus();
    }
});
find('stage').addEventListener('keydown', (event) => {
    const camera = renderer?.getCamera();
    if (!camera) return;
    const {x, y, ratio} = camera.getState();
    const step = 0.1 * ratio;
    const moves = {ArrowLeft: {x: x - step}, ArrowRight: {x: x + step}, ArrowUp: {y: y + step}, ArrowDown: {y: y - step}, '+': {ratio: ratio / 1.3}, '=': {ratio: ratio / 1.3}, '-': {ratio: ratio * 1.3}};
    if (event.key === '0') fit();
    else if (moves[event.key]) camera.setState(moves[event.key]);
    else return;
    event.preventDefault();
});

find('stage').setAttribute('aria-label', `Graph of ${model.nodes.length} nodes and ${model.edges.length} edges`);
if (dated) showDates();
showCounts();
showSelected();
// What the page's test measures with.
window.claimgraph = {model, renderer, select, drawn: performance.now()};
