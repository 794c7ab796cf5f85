#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct cpcjf_xlsx library;
static int found = 0;

static void find(void) {
  void *handle = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define FIND(function)                                             \
  library.function = (__typeof__(&function))dlsym(handle, #function); \
  if (library.function == NULL) return;
  CPCJF_XLSX_FUNCTIONS(FIND)
  found = 1;
}

const struct cpcjf_xlsx *cpcjf_xlsx_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, find);
  return found ? &library : NULL;
}
