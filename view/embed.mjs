// Makes a C++ source of the page: node embed.mjs PAGE.html OUT.cpp
import fs from 'node:fs';

const page = fs.readFileSync(process.argv[2], 'utf8');
const [before, after] = page.split('@GRAPH@').map((text) => Buffer.from(text, 'utf8'));
const array = (name, bytes) => `constexpr unsigned char ${name}[] = {${[...bytes].join(',')}};\n`;
const view = (name, bytes) => `std::string_view(reinterpret_cast<const char*>(${name}), ${bytes.length})`;
fs.writeFileSync(process.argv[3], `#include "view/page.hpp"

namespace claimgraph {
namespace {

${array('before', before)}${array('after', after)}
}  // namespace

ViewPage view_page() {
    return {${view('before', before)}, ${view('after', after)}};
}

}  // namespace claimgraph
`);
