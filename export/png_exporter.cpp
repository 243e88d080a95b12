#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>

#include <librsvg/rsvg.h>

#include "export/picture_exporters.hpp"
#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

constexpr double finest = 2;      ///< pixels a unit of the picture
constexpr double longest = 6000;  ///< pixels a side

struct FreeObject {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t put(void* stream, const unsigned char* data, unsigned int size) {
    auto& out = *static_cast<std::ostream*>(stream);
    out.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return out ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

}  // namespace

void write_png(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    std::ostringstream text;
    write_svg(view, options, text);
    const std::string svg = text.str();
    GError* fault = nullptr;
    const std::unique_ptr<RsvgHandle, FreeObject> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &fault));
    const auto check = [&](bool good) {
        if (good) return;
        const std::string message = fault ? fault->message : "no memory";
        if (fault) g_error_free(fault);
        throw Error("the picture cannot be drawn: " + message);
    };
    check(handle != nullptr);
    double width = 0;
    double height = 0;
    rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height);
    const double scale = std::min(finest, longest / std::max(width, height));
    const RsvgRectangle area{0, 0, std::ceil(width * scale), std::ceil(height * scale)};
    const std::unique_ptr<cairo_surface_t, FreeSurface> surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(area.width), static_cast<int>(area.height)));
    const std::unique_ptr<cairo_t, FreeContext> context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    check(rsvg_handle_render_document(handle.get(), context.get(), &area, &fault) != 0);
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), put, &out);
    if (status == CAIRO_STATUS_WRITE_ERROR || !out) throw IoError("writing failed");
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error(std::string("the picture cannot be drawn: ") + cairo_status_to_string(status));
}

}  // namespace claimgraph
