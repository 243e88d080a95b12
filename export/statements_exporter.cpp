#include "export/statements_exporter.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "export/text_output.hpp"
#include "graph/json/statement_json.hpp"

namespace claimgraph {

void write_statements(const GraphView& view, const ExportOptions&, std::ostream& out) {
    std::vector<const Claim*> claims;
    for (const GraphView::ViewEdge& edge : view.edges()) {
        const auto under = view.claims(edge);
        claims.insert(claims.end(), under.begin(), under.end());
    }
    std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
        return std::tie(a->document, a->sentence, a->json) < std::tie(b->document, b->sentence, b->json);
    });
    TextOutput output(out);
    const Claim* last = nullptr;
    for (const Claim* claim : claims) {
        if (!last || last->document != claim->document) {
            append_json(output.text(), view.graph().document(*claim), false);
            output.text().push_back('\n');
        }
        output.text() += claim->json;
        output.text().push_back('\n');
        output.flush_if_full();
        last = claim;
    }
    output.finish();
}

}  // namespace claimgraph
