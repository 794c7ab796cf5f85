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
  int is_kept;              /* the value is kept by libxml2 as names are */
  int own, namespaces;      /* declared by the element; by it and those that it stands in */
  int declared[CPCJF_XML_DEPTH + 1];   /* by the element of each depth */
  uint64_t hash, prefix;    /* of the name so far, and of its first five bytes */
  uint64_t names[1 << 15];  /* hashes of the names that were met, each at or after its place */
  int met;
  size_t length, text;      /* of the name, value or comment; of the text since the last tag */
  long line, column, tags;
} cpcjf_guard;

void cpcjf_guard_begin(cpcjf_guard *guard);
/* Makes LF of line ends, in place. Answers how many bytes are left, or -1 and what is wrong. */
ptrdiff_t cpcjf_guard_pass(cpcjf_guard *guard, uint8_t *bytes, size_t count, cpcjf_xml_fault *fault);

#endif
