#ifndef CPCJF_SOURCE_H
#define CPCJF_SOURCE_H

#include "Guard.h"
#include <iconv.h>

enum { CPCJF_ROOM = 1 << 16 };

/* The bytes of a descriptor as guarded UTF-8. */
typedef struct {
  int descriptor;
  int has_begun, has_ended;
  iconv_t conversion;           /* (iconv_t)-1 where the file is UTF-8 */
  char encoding[64];
  cpcjf_guard guard;
  uint8_t raw[CPCJF_ROOM];      /* as read; what is not yet converted stands at its beginning */
  size_t raw_count;
  uint8_t text[CPCJF_ROOM];     /* UTF-8 that was not handed on yet: from text_at, text_count */
  size_t text_at, text_count;
} cpcjf_source;

void cpcjf_source_begin(cpcjf_source *source, int descriptor);
void cpcjf_source_end(cpcjf_source *source);
/* The next bytes, as many as there is room for; 0 at the end, -1 and what is wrong. */
int cpcjf_source_read(cpcjf_source *source, char *buffer, int room, cpcjf_xml_fault *fault);

#endif
