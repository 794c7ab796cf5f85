#ifndef CPCJF_CLIBXML2_H
#define CPCJF_CLIBXML2_H

#include <stddef.h>
#include <stdint.h>

/* An XML file read forwards, in bounded memory, by libxml2's xmlTextReader. The library is loaded
   when the first file is opened, so that commands that read no XML do not pay for it.

   Before libxml2 sees a byte of it the file is brought to UTF-8 with line ends of LF, and looked
   through for what is refused: a document type, control characters, and what is larger or deeper
   than CPCJF_XML_… allow. */
typedef struct cpcjf_xml cpcjf_xml;

enum {
  CPCJF_XML_DEPTH = 64,            /* elements within one another */
  CPCJF_XML_ATTRIBUTES = 256,      /* of one element, namespaces among them */
  CPCJF_XML_NAME = 256,            /* bytes of one name */
  CPCJF_XML_NAMES = 10000,         /* different names of the file, namespaces and identifiers too */
  CPCJF_XML_NAMESPACES = 256,      /* declared by an element and those that it stands in */
  CPCJF_XML_VALUE = 1 << 16,       /* bytes of one attribute */
  CPCJF_XML_TEXT = 1 << 20         /* bytes of one text, comment or instruction */
};

/* What comes next. */
enum { CPCJF_XML_FAULT = -1, CPCJF_XML_DONE = 0, CPCJF_XML_START, CPCJF_XML_TEXT_PIECE, CPCJF_XML_END };

/* Why a file is refused; the names of these rules are Swift's to say. */
enum {
  CPCJF_XML_NO_LIBRARY = 1, CPCJF_XML_UNREADABLE, CPCJF_XML_MALFORMED, CPCJF_XML_DOCTYPE,
  CPCJF_XML_ENCODING, CPCJF_XML_CONTROL, CPCJF_XML_TOO_DEEP, CPCJF_XML_TOO_MANY_ATTRIBUTES,
  CPCJF_XML_NAME_TOO_LONG, CPCJF_XML_VALUE_TOO_LONG, CPCJF_XML_TEXT_TOO_LONG,
  CPCJF_XML_TOO_MANY_NAMES, CPCJF_XML_TOO_MANY_NAMESPACES
};

typedef struct {
  int rule;
  long line, column;
  char message[256];
} cpcjf_xml_fault;

/* A reader of a descriptor, which stays the caller's to close; NULL where there is no memory. */
cpcjf_xml *cpcjf_xml_open(int descriptor);
void cpcjf_xml_close(cpcjf_xml *reader);

/* Goes to the next start, piece of text, or end of an element. An empty element has no end. */
int cpcjf_xml_next(cpcjf_xml *reader);
/* Passes over all that is in the element whose start was just read, its end too. */
int cpcjf_xml_skip(cpcjf_xml *reader);

/* The name of the element, with its prefix: as long as the reader lives, one pointer a name. */
const char *cpcjf_xml_name(cpcjf_xml *reader);
int cpcjf_xml_is_empty(cpcjf_xml *reader);
/* A piece of text. It holds until the next one is read. */
const char *cpcjf_xml_text(cpcjf_xml *reader);
/* An attribute by its name with its prefix, NULL where there is none. It holds until another is
   asked for. */
const char *cpcjf_xml_attribute(cpcjf_xml *reader, const char *name);
/* The line of what was read last, counted from 1. */
long cpcjf_xml_line(cpcjf_xml *reader);
/* What is wrong, once something is. */
const cpcjf_xml_fault *cpcjf_xml_what(cpcjf_xml *reader);

#endif
