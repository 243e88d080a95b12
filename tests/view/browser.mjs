// Uses the view as a person would: node browser.mjs FOLDER, which holds sample.html, hostile.html and large.html.
import path from 'node:path';
import {chromium} from 'playwright-core';

const folder = path.resolve(process.argv[2]);
let faults = 0;
let checks = 0;
function check(condition, message) {
    ++checks;
    if (condition) return;
    ++faults;
    console.log(`FAULT: ${message}`);
}

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

/** Seconds of processor time that Chromium's processes have taken, which other programs of the machine lengthen less than the clock's. */
const system = await browser.newBrowserCDPSession();
async function processorSeconds() {
    const {processInfo} = await system.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, process) => sum + process.cpuTime, 0);
}

async function open(name, options = {}) {
    const page = await browser.newPage({viewport: {width: 1400, height: 850}, ...options});
    page.on('console', (message) => check(!['error', 'warning'].includes(message.type()) || /GPU stall|swiftshader/i.test(message.text()), `${name}: ${message.text()}`));
    page.on('pageerror', (fault) => check(false, `${name}: ${fault.message}`));
    page.on('request', (request) => check(/^(file|data):/.test(request.url()), `${name}: asks for ${request.url()}`));
    page.on('dialog', (dialog) => check(false, `${name}: a dialog: ${dialog.message()}`));
    const busy = await processorSeconds();
    const begin = Date.now();
    await page.goto('file://' + path.join(folder, name));
    await page.waitForFunction(() => window.claimgraph?.drawn);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    page.opened = Date.now() - begin;
    page.busy = (await processorSeconds()) - busy;
    return page;
}
const text = (page, selector) => page.locator(selector).innerText();
const settled = (page) => page.waitForTimeout(500);

/** Where the middle of an edge is on the screen. */
const middleOf = (page, key) => page.evaluate((edge) => {
    const {renderer, model} = window.claimgraph;
    const [a, b] = model.graph.extremities(edge).map((node) => renderer.graphToViewport(model.graph.getNodeAttributes(node)));
    const box = document.getElementById('stage').getBoundingClientRect();
    return {x: box.left + (a.x + b.x) / 2, y: box.top + (a.y + b.y) / 2};
}, key);

// ---- The sample: search, filters, clicks, keys ---------------------------------------------------------------------
{
    const page = await open('sample.html');
    const counts = await text(page, '#counts');
    const [, nodes, , edges] = counts.match(/(\d+) of (\d+) nodes, (\d+) of/).map(Number);
    check(nodes > 10 && edges > 10, `counts: ${counts}`);
    await page.screenshot({path: path.join(folder, 'sample.png')});

    await page.keyboard.press('/');
    await page.keyboard.type('vietnam');
    check((await page.locator('#results button').count()) > 1, 'the search finds nothing');
    await page.keyboard.press('ArrowDown');
    check(await page.evaluate(() => document.activeElement.className === 'result'), 'arrow down does not reach the results');
    await page.keyboard.press('Enter');
    await settled(page);
    check((await text(page, '#details h2')) === 'Vietnam', 'the first result is not the exact name');
    const neighbours = await page.locator('.neighbours button').count();
    check(neighbours > 3, `${neighbours} neighbours`);
    check((await text(page, '#live')).startsWith('Vietnam'), 'the selection is not announced');
    await page.screenshot({path: path.join(folder, 'node.png')});

    // A click on an edge in the drawing itself: one that no other crosses near its middle.
    await page.keyboard.press('Escape');
    await page.click('#fit');
    await settled(page);
    let clicked = false;
    for (const key of await page.evaluate(() => window.claimgraph.model.edges.filter((edge) => window.claimgraph.model.graph.getEdgeAttribute(edge.key, 'type') === 'arrow').map((edge) => edge.key))) {
        const {x, y} = await middleOf(page, key);
        await page.mouse.move(x, y);
        await page.mouse.click(x, y);
        // A busy machine may take its time.
        clicked = await page.locator('.claim blockquote').first().waitFor({timeout: 1000}).then(() => true, () => false);
        if (clicked) break;
    }
    check(clicked, 'no click on an edge shows its quote');
    const shown = await page.evaluate(() => {
        const quote = document.querySelector('.claim blockquote');
        const known = window.claimgraph.model.edges.flatMap((edge) => edge.claims.map((claim) => claim.quote));
        return {known: known.includes(quote.textContent), marks: [...quote.querySelectorAll('mark')].map((mark) => mark.textContent)};
    });
    check(shown.known, 'the quote is not the claim\'s');
    check(shown.marks.length > 0 && shown.marks.every((mark) => mark.trim()), `marks: ${shown.marks}`);
    await page.screenshot({path: path.join(folder, 'edge.png')});

    // A measure shows its lifecycle.
    const measure = await page.evaluate(() => {
        const {model} = window.claimgraph;
        return model.nodes.find((node) => node.life?.length).label;
    });
    await page.fill('#search', measure);
    await page.locator('#results button').first().click();
    check((await page.locator('.lifecycle tbody tr').count()) > 0, 'a measure without a lifecycle');

    // Filters take away and give back.
    await page.locator('#kinds input[value=country]').uncheck();
    const without = await text(page, '#counts');
    check(Number(without.match(/, (\d+) of/)[1]) < edges, `countries stay: ${without}`);
    await page.locator('#relations input[value=covers]').uncheck();
    check((await text(page, '#counts')) !== without, 'a relation stays');
    await page.click('#reset');
    await settled(page);
    check((await text(page, '#counts')) === counts, 'the filters do not clear');
    for (const group of ['statuses', 'basis']) {
        for (const box of await page.locator(`#${group} input`).all()) await box.uncheck();
        check((await text(page, '#counts')).includes(', 0 of'), `${group}: edges without any`);
        await page.click('#reset');
        await settled(page);
    }
    const speaker = await page.evaluate(() => document.getElementById('speaker').options[1]?.value);
    await page.selectOption('#speaker', speaker);
    const said = Number((await text(page, '#counts')).match(/, (\d+) of/)[1]);
    check(said > 0 && said < edges, `${said} edges of one speaker`);
    await page.click('#reset');
    await settled(page);

    // The time slider: nothing is there that has not begun.
    await page.evaluate(() => {
        const to = document.getElementById('to');
        to.value = '0';
        to.dispatchEvent(new Event('input', {bubbles: true}));
    });
    const early = Number((await text(page, '#counts')).match(/, (\d+) of/)[1]);
    check(early < edges, `${early} edges at the first day`);
    await page.click('#play');
    await page.waitForTimeout(800);
    check(Number(await page.inputValue('#to')) > 0, 'the timeline does not play');
    await page.click('#play');
    await page.click('#reset');
    await settled(page);

    // Keys on the drawing.
    const camera = () => page.evaluate(() => window.claimgraph.renderer.getCamera().getState());
    await page.focus('#stage');
    const before = await camera();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('+');
    const after = await camera();
    check(after.x > before.x && after.ratio < before.ratio, 'keys do not move the drawing');

    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.click('#theme');
    check((await ground()) !== light, 'the theme does not change');
    await page.click('#fit');
    await settled(page);
    await page.screenshot({path: path.join(folder, 'dark.png')});

    const unnamed = await page.evaluate(() => [...document.querySelectorAll('button, input, select')].filter((field) => !(field.textContent.trim() || field.labels?.length || field.getAttribute('aria-label') || field.title)).map((field) => field.outerHTML.slice(0, 80)));
    check(unnamed.length === 0, `controls without a name: ${unnamed}`);
    await page.close();
    const dark = await open('sample.html', {colorScheme: 'dark'});
    check((await dark.evaluate(() => document.documentElement.dataset.theme)) === 'dark', 'the system\'s dark is not taken');
    await dark.close();
}

// ---- Hostile texts stay texts --------------------------------------------------------------------------------------
{
    const page = await open('hostile.html');
    const before = await page.evaluate(() => document.scripts.length);
    check(before === 3, `${before} scripts`);
    await page.fill('#search', '<script>');
    check((await page.locator('#results button').count()) > 0, 'the hostile name is not found');
    for (const key of await page.evaluate(() => window.claimgraph.model.edges.map((edge) => edge.key))) {
        await page.evaluate((edge) => window.claimgraph.select(window.claimgraph.model.edges[Number(edge)]), key);
        const same = await page.evaluate((edge) => document.querySelector('.claim blockquote').textContent === window.claimgraph.model.edges[Number(edge)].claims[0].quote, key);
        check(same, `the quote of edge ${key} is not as it was`);
    }
    check((await page.locator('#details a').count()) === 0, 'a javascript: address is a link');
    check((await page.evaluate(() => document.scripts.length)) === 3, 'a script came in');
    await page.screenshot({path: path.join(folder, 'hostile.png')});
    await page.close();
}

// ---- The large graph: opened and dragged, measured, not judged -----------------------------------------------------
{
    const page = await open('large.html');
    check((await text(page, '#counts')).includes('20000 of 20000 edges'), `large: ${await text(page, '#counts')}`);
    const box = await page.locator('#stage').boundingBox();
    const [x, y] = [box.x + box.width / 2 + 7, box.y + 40];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.evaluate(() => {
        window.frames_ = 0;
        window.claimgraph.renderer.on('afterRender', () => ++window.frames_);
    });
    const busy = await processorSeconds();
    const begin = Date.now();
    for (let step = 0; Date.now() - begin < 3000; ++step) await page.mouse.move(x + 100 * Math.sin(step / 10), y + 30 * Math.cos(step / 10));
    const frames = await page.evaluate(() => window.frames_);
    const rate = frames / ((Date.now() - begin) / 1000);
    const cost = (1000 * ((await processorSeconds()) - busy)) / frames;
    await page.mouse.up();
    await page.screenshot({path: path.join(folder, 'large.png')});
    console.log(`5,000 nodes and 20,000 edges: open in ${page.opened} ms (${page.busy.toFixed(1)} s of processor time), ${rate.toFixed(0)} frames a second while dragged (${cost.toFixed(0)} ms of processor time each; ${await page.evaluate(() => {
        const gl = document.createElement('canvas').getContext('webgl');
        return gl?.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
    })})`);
    await page.close();
}

await browser.close();
console.log(`${checks} checks, ${faults} faults`);
process.exit(faults || checks < 50 ? 1 : 0);
