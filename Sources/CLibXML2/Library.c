#include "Library.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static cpcjf_library library;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  /* libxml2.so.16 is libxml2 from version 2.14 on. */
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so"};
  void *handle = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && handle == NULL; i++)
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  const struct { const char *name; void **place; } functions[] = {
    {"xmlReaderForIO", (void **)&library.open},
    {"xmlTextReaderSetStructuredErrorHandler", (void **)&library.set_error_handler},
    {"xmlFreeTextReader", (void **)&library.free},
    {"xmlTextReaderRead", (void **)&library.read},
    {"xmlTextReaderNext", (void **)&library.next},
    {"xmlTextReaderNodeType", (void **)&library.type},
    {"xmlTextReaderIsEmptyElement", (void **)&library.is_empty},
    {"xmlTextReaderConstName", (void **)&library.name},
    {"xmlTextReaderConstValue", (void **)&library.value},
    {"xmlTextReaderMoveToAttribute", (void **)&library.to_attribute},
    {"xmlTextReaderMoveToElement", (void **)&library.to_element},
    {"xmlTextReaderCurrentNode", (void **)&library.node},
    {"xmlGetLineNo", (void **)&library.node_line},
    {"xmlTextReaderGetParserLineNumber", (void **)&library.line},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    *functions[i].place = dlsym(handle, functions[i].name);
    if (*functions[i].place == NULL) return;
  }
  is_loaded = 1;
}

const cpcjf_library *cpcjf_load_library(void) {
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
