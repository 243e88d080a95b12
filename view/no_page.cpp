#include "view/page.hpp"

namespace claimgraph {

ViewPage view_page() {
    return {};
}

}  // namespace claimgraph
