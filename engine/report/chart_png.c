#include "engine/report/chart_png.h"

#include <graphviz/gvc.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"

static crible_status tell_missing(crible_context *context) {
  const crible_status told = cr_error(
      context, "png-module", NULL, 0, 0,
      _("install Graphviz's module 'pango' (Debian: libgvc6), or ask for svg"),
      _("Graphviz cannot draw PNG: its module of Cairo is missing"));
  return told == CRIBLE_E_MEMORY ? told : CRIBLE_E_NO_INPUT;
}

static crible_status render(cr_buffer *out, GVC_t *library, graph_t *graph) {
  char *bytes = NULL;
  unsigned length = 0;
  if (gvRenderData(library, graph, "png:cairo", &bytes, &length) != 0 || !bytes)
    return tell_missing(out->context);
  cr_buffer_clear(out);
  cr_buffer_add(out, bytes, length);
  gvFreeRenderData(bytes);
  return CRIBLE_OK;
}

crible_status cr_chart_png(cr_buffer *dot) {
  if (dot->failed) return CRIBLE_E_MEMORY;
  agseterr(AGMAX); /* says nothing: what fails is told by the status */
  crible_status status = CRIBLE_E_INTERNAL;
  GVC_t *library = gvContext();
  graph_t *graph = library ? agmemread(dot->bytes) : NULL;
  if (graph) agattr(graph, AGRAPH, (char *)"dpi", (char *)"144");
  if (graph && gvLayout(library, graph, "dot") == 0) {
    status = render(dot, library, graph);
    gvFreeLayout(library, graph);
  }
  if (graph) agclose(graph);
  if (library) gvFreeContext(library);
  return status;
}
