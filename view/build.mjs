// Puts the page together: node build.mjs OUT.html, where node_modules lie beside this file. The graph's place is left open.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => path.join(here, 'src', name);

const bundle = await esbuild.build({
    entryPoints: [source('main.js')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
});
const style = await esbuild.build({entryPoints: [source('style.css')], minify: true, charset: 'utf8', write: false});

// Nothing in a script may end its element.
const script = bundle.outputFiles[0].text.replace(/<(?=\/script|!--)/gi, '\\x3c');
const css = style.outputFiles[0].text.replace(/</g, '\\3c ');

// The libraries' licences ask to go where they go.
const packages = new Set();
for (const input of Object.keys(bundle.metafile.inputs)) {
    const at = input.lastIndexOf('node_modules/');
    if (at < 0) continue;
    const parts = input.slice(at + 'node_modules/'.length).split('/');
    packages.add(input.slice(0, at) + 'node_modules/' + parts.slice(0, parts[0].startsWith('@') ? 2 : 1).join('/'));
}
const licences = [...packages].sort().map((folder) => {
    const described = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? fs.readFileSync(path.join(folder, file), 'utf8') : `Licence: ${described.license}`;
    return `${described.name} ${described.version}\n\n${text}`;
});

const hash = (text) => 'sha256-' + createHash('sha256').update(text).digest('base64');
const parts = {
    SCRIPT_HASH: hash(script),
    STYLE_HASH: hash(css),
    STYLE: css,
    SCRIPT: script,
    LICENCES: licences.join('\n\n').replace(/</g, '&lt;'),
};
let page = fs.readFileSync(source('page.html'), 'utf8');
page = page.replace(/@(SCRIPT_HASH|STYLE_HASH|STYLE|SCRIPT|LICENCES)@/g, (_, name) => parts[name]);
if (page.split('@GRAPH@').length !== 2) throw new Error('the graph has not exactly one place');
fs.writeFileSync(process.argv[2], page);
