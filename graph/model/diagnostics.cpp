#include "graph/model/diagnostics.hpp"

namespace claimgraph {

std::string to_string(const Diagnostic& fault) {
    std::string out = fault.path;
    if (fault.line != 0) out += ":" + std::to_string(fault.line);
    if (!out.empty()) out += ": ";
    if (!fault.field.empty()) out += fault.field + ": ";
    return out + fault.message;
}

}  // namespace claimgraph
