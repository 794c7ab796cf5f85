#ifndef CPCJF_LIBRARY_H
#define CPCJF_LIBRARY_H

/* What is used of libxml2, as its xmlreader.h and xmlerror.h have declared it since version 2.6:
   declared here again because nothing is linked that a program without XML would load. */
typedef struct _xmlTextReader xmlTextReader;
typedef struct {
  int domain, code;
  char *message;
  int level;
  char *file;
  int line;
  char *str1, *str2, *str3;
  int int1, int2;
  void *ctxt, *node;
} xmlError;

enum { XML_ERR_ERROR = 2 };                                       /* a level */
enum { XML_ERR_DOCUMENT_EMPTY = 4, XML_ERR_DOCUMENT_END = 5 };    /* codes */
enum { XML_READER_TYPE_ELEMENT = 1, XML_READER_TYPE_TEXT = 3, XML_READER_TYPE_CDATA = 4,
       XML_READER_TYPE_ENTITY_REFERENCE = 5, XML_READER_TYPE_SIGNIFICANT_WHITESPACE = 14,
       XML_READER_TYPE_END_ELEMENT = 15 };
/* No network, and no regard to the encoding that the file says: it is UTF-8 by now. */
enum { XML_PARSE_NONET = 1 << 11, XML_PARSE_IGNORE_ENC = 1 << 21 };

typedef struct {
  xmlTextReader *(*open)(int (*read)(void *, char *, int), int (*close)(void *), void *context,
                         const char *url, const char *encoding, int options);
  void (*set_error_handler)(xmlTextReader *, void (*)(void *, const xmlError *), void *);
  void (*free)(xmlTextReader *);
  int (*read)(xmlTextReader *);
  int (*next)(xmlTextReader *);
  int (*type)(xmlTextReader *);
  int (*is_empty)(xmlTextReader *);
  const char *(*name)(xmlTextReader *);
  const char *(*value)(xmlTextReader *);
  int (*to_attribute)(xmlTextReader *, const char *);
  int (*to_element)(xmlTextReader *);
  void *(*node)(xmlTextReader *);
  long (*node_line)(void *);
  int (*line)(xmlTextReader *);
} cpcjf_library;

/* The library, loaded once; NULL where the machine has none. */
const cpcjf_library *cpcjf_load_library(void);

#endif
