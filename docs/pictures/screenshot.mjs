// A picture of the view with an edge chosen: node screenshot.mjs PAGE.html OUT.png
import {chromium} from 'playwright-core';

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const page = await browser.newPage({viewport: {width: 1280, height: 720}});
await page.goto('file://' + process.argv[2]);
await page.waitForFunction(() => window.claimgraph?.drawn);
await page.evaluate(() => {
    const {model, select} = window.claimgraph;
    select(model.edges.find((edge) => edge.relation === 'imposes' && edge.claims.length && edge.statuses[0] !== 'actual') ?? model.edges[0]);
});
await page.waitForTimeout(1000);
await page.screenshot({path: process.argv[3]});
await browser.close();
