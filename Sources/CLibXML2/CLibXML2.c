#include "CLibXML2.h"
#include "Library.h"
#include "Source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cpcjf_xml {
  const cpcjf_library *library;
  xmlTextReader *reader;
  cpcjf_source source;
  cpcjf_xml_fault fault;
};

static int feed(void *context, char *buffer, int room) {
  cpcjf_xml *xml = context;
  if (xml->fault.rule != 0) return -1;
  return cpcjf_source_read(&xml->source, buffer, room, &xml->fault);
}

static int finish(void *context) {
  (void)context;
  return 0;
}

/* The first error counts: libxml2 goes on after some, as after a prefix that nothing declares. */
static void hear(void *context, const xmlError *error) {
  cpcjf_xml *xml = context;
  if (error == NULL || error->level < XML_ERR_ERROR || xml->fault.rule != 0) return;
  xml->fault.rule = CPCJF_XML_MALFORMED;
  xml->fault.line = error->line;
  xml->fault.column = error->int2;
  const cpcjf_guard *guard = &xml->source.guard;
  int open = guard->depth;
  size_t room = sizeof xml->fault.message;
  if (error->code == XML_ERR_DOCUMENT_END && open > 0) {
    snprintf(xml->fault.message, room, "the file is cut off: %d element%s still open", open,
             open == 1 ? " is" : "s are");
  } else if (guard->line == 1 && guard->column == 0) {
    snprintf(xml->fault.message, room, "the file is empty");
  } else if (error->code == XML_ERR_DOCUMENT_EMPTY || guard->tags == 0) {
    snprintf(xml->fault.message, room, "no element begins here: the file is not XML");
  } else {
    snprintf(xml->fault.message, room, "%s",
             error->message != NULL ? error->message : "the file is not well-formed");
    xml->fault.message[strcspn(xml->fault.message, "\n")] = 0;
  }
}

cpcjf_xml *cpcjf_xml_open(int descriptor) {
  cpcjf_xml *xml = calloc(1, sizeof *xml);
  if (xml == NULL) return NULL;
  cpcjf_source_begin(&xml->source, descriptor);
  xml->library = cpcjf_load_library();
  if (xml->library != NULL)
    xml->reader = xml->library->open(feed, finish, xml, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  if (xml->reader != NULL) {
    xml->library->set_error_handler(xml->reader, hear, xml);
  } else if (xml->fault.rule == 0) {
    xml->fault.rule = CPCJF_XML_NO_LIBRARY;
    snprintf(xml->fault.message, sizeof xml->fault.message,
             "XML is read by libxml2, and this machine has none");
  }
  return xml;
}

void cpcjf_xml_close(cpcjf_xml *xml) {
  if (xml->reader != NULL) xml->library->free(xml->reader);
  cpcjf_source_end(&xml->source);
  free(xml);
}

/* What an answer of libxml2's means: 1 there is a node, 0 the end, -1 an error. */
static int settled(cpcjf_xml *xml, int answer) {
  if (xml->fault.rule != 0) return CPCJF_XML_FAULT;
  if (answer >= 0) return answer;
  xml->fault.rule = CPCJF_XML_MALFORMED;
  xml->fault.line = xml->source.guard.line;
  xml->fault.column = xml->source.guard.column;
  snprintf(xml->fault.message, sizeof xml->fault.message, "the file is not well-formed");
  return CPCJF_XML_FAULT;
}

static int kind(cpcjf_xml *xml) {
  switch (xml->library->type(xml->reader)) {
    case XML_READER_TYPE_ELEMENT: return CPCJF_XML_START;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return CPCJF_XML_TEXT_PIECE;
    case XML_READER_TYPE_END_ELEMENT: return CPCJF_XML_END;
    default: return CPCJF_XML_DONE;
  }
}

int cpcjf_xml_next(cpcjf_xml *xml) {
  if (xml->fault.rule != 0) return CPCJF_XML_FAULT;
  while (1) {
    int answer = settled(xml, xml->library->read(xml->reader));
    if (answer != 1) return answer;
    int found = kind(xml);
    if (found != CPCJF_XML_DONE) return found;
  }
}

int cpcjf_xml_skip(cpcjf_xml *xml) {
  if (cpcjf_xml_is_empty(xml)) return 0;
  int depth = 1;
  while (depth > 0) {
    int found = cpcjf_xml_next(xml);
    if (found <= CPCJF_XML_DONE) return CPCJF_XML_FAULT;
    if (found == CPCJF_XML_END) depth--;
    if (found == CPCJF_XML_START && !cpcjf_xml_is_empty(xml)) depth++;
  }
  return 0;
}

const char *cpcjf_xml_name(cpcjf_xml *xml) { return xml->library->name(xml->reader); }

int cpcjf_xml_is_empty(cpcjf_xml *xml) { return xml->library->is_empty(xml->reader) == 1; }

const char *cpcjf_xml_text(cpcjf_xml *xml) { return xml->library->value(xml->reader); }

const char *cpcjf_xml_attribute(cpcjf_xml *xml, const char *name) {
  xml->library->to_element(xml->reader);
  if (xml->library->to_attribute(xml->reader, name) != 1) return NULL;
  const char *value = xml->library->value(xml->reader);
  xml->library->to_element(xml->reader);
  return value;
}

long cpcjf_xml_line(cpcjf_xml *xml) {
  void *node = xml->library->node(xml->reader);
  long line = node != NULL ? xml->library->node_line(node) : -1;
  /* A node counts its line in sixteen bits. */
  return line > 0 && line < 65535 ? line : xml->library->line(xml->reader);
}

const cpcjf_xml_fault *cpcjf_xml_what(cpcjf_xml *xml) { return &xml->fault; }
