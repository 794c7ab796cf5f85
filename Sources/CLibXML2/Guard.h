#ifndef CPCJF_GUARD_H
#define CPCJF_GUARD_H

#include "CLibXML2.h"

/* Looks through UTF-8 as it goes by, far enough to tell tags, attributes, text, comments, CDATA and
   instructions apart. What is not well-formed it leaves to libxml2 to say. */
typedef struct {
  int state, before, depth, attributes;
  int is_end;               /* the tag is an end tag */
  int after_cr;
  char quote;
  size_t length, text;      /* of the name, value or comment; of the text since the last tag */
  long line, column, tags;
} cpcjf_guard;

void cpcjf_guard_begin(cpcjf_guard *guard);
/* Makes LF of line ends, in place. Answers how many bytes are left, or -1 and what is wrong. */
ptrdiff_t cpcjf_guard_pass(cpcjf_guard *guard, uint8_t *bytes, size_t count, cpcjf_xml_fault *fault);

#endif
