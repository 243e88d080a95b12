#include "ingest/readers/document_ids.hpp"

namespace claimgraph {

DocumentIds::Use DocumentIds::claim(const std::string& id, const std::string& sha256) {
    const auto [known, fresh] = digests_.try_emplace(id, sha256);
    if (fresh) return Use::fresh;
    if (known->second.empty()) known->second = sha256;
    return sha256.empty() || known->second == sha256 ? Use::same_document : Use::clash;
}

std::string DocumentIds::resolve(const std::string& stem, const std::string& id) const {
    const std::string base = stem + "/" + id;
    std::string candidate = base;
    for (unsigned copy = 2; knows(candidate); ++copy) candidate = base + "#" + std::to_string(copy);
    return candidate;
}

}  // namespace claimgraph
