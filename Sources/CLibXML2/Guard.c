#include "Guard.h"
#include <stdio.h>
#include <string.h>

enum { TEXT, OPENED, TAG, VALUE, DECLARATION, COMMENT, CDATA, INSTRUCTION, OTHER };

void cpcjf_guard_begin(cpcjf_guard *guard) { *guard = (cpcjf_guard){.line = 1}; }

static int refuse(const cpcjf_guard *guard, cpcjf_xml_fault *fault, int rule, const char *message) {
  fault->rule = rule;
  fault->line = guard->line;
  fault->column = guard->column;
  snprintf(fault->message, sizeof fault->message, "%s", message);
  return -1;
}

static int is_blank(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }

static int close_tag(cpcjf_guard *guard, cpcjf_xml_fault *fault) {
  guard->state = TEXT;
  guard->text = 0;
  if (guard->is_end) {
    if (guard->depth > 0) guard->depth--;
  } else if (guard->before != '/' && ++guard->depth > CPCJF_XML_DEPTH) {
    return refuse(guard, fault, CPCJF_XML_TOO_DEEP, "more than 64 elements stand in one another");
  }
  return 0;
}

static int in_tag(cpcjf_guard *guard, uint8_t byte, cpcjf_xml_fault *fault) {
  if (byte == '>') return close_tag(guard, fault);
  if (byte == '"' || byte == '\'') {
    guard->quote = (char)byte;
    guard->state = VALUE;
    guard->length = 0;
    if (++guard->attributes > CPCJF_XML_ATTRIBUTES)
      return refuse(guard, fault, CPCJF_XML_TOO_MANY_ATTRIBUTES,
                    "the element has more than 256 attributes");
    return 0;
  }
  if (is_blank(byte) || byte == '=' || byte == '/') {
    guard->length = 0;
  } else if (++guard->length > CPCJF_XML_NAME) {
    return refuse(guard, fault, CPCJF_XML_NAME_TOO_LONG, "the name is longer than 256 bytes");
  }
  return 0;
}

static int longer(cpcjf_guard *guard, size_t *length, cpcjf_xml_fault *fault) {
  if (++*length <= CPCJF_XML_TEXT) return 0;
  return refuse(guard, fault, CPCJF_XML_TEXT_TOO_LONG,
                "the text is longer than 1 MiB; is a tag missing?");
}

/* `<!` begins a comment, CDATA or a document type; nothing else may stand in a document. */
static int declared(cpcjf_guard *guard, uint8_t byte, cpcjf_xml_fault *fault) {
  guard->length = 0;
  guard->before = 0;
  switch (byte) {
    /* The second hyphen of the opening is none of the closing. */
    case '-': guard->state = COMMENT; guard->before = -1; return 0;
    case '[': guard->state = CDATA; return 0;
    case 'D':
      return refuse(guard, fault, CPCJF_XML_DOCTYPE,
                    "the file declares a document type, which could alter what it says");
    default: guard->state = OTHER; return 0;
  }
}

static int step(cpcjf_guard *guard, uint8_t byte, cpcjf_xml_fault *fault) {
  int before = guard->before;
  switch (guard->state) {
    case TEXT:
      if (byte == '<') guard->state = OPENED;
      else return longer(guard, &guard->text, fault);
      return 0;
    case OPENED:
      guard->tags++;
      guard->attributes = 0;
      guard->length = 1;
      guard->is_end = byte == '/';
      guard->before = 0;
      guard->state = byte == '!' ? DECLARATION : byte == '?' ? INSTRUCTION : TAG;
      return byte == '>' ? close_tag(guard, fault) : 0;
    case TAG: {
      int answer = in_tag(guard, byte, fault);
      guard->before = byte;
      return answer;
    }
    case VALUE:
      if (byte == (uint8_t)guard->quote) {
        guard->state = TAG;
        guard->length = 0;
        guard->before = byte;
        return 0;
      }
      if (++guard->length > CPCJF_XML_VALUE)
        return refuse(guard, fault, CPCJF_XML_VALUE_TOO_LONG, "the attribute is longer than 64 KiB");
      return 0;
    case DECLARATION: return declared(guard, byte, fault);
    case COMMENT: case CDATA: case INSTRUCTION: {
      /* `before` counts how much of the mark of its end was just read. */
      char mark = guard->state == COMMENT ? '-' : guard->state == CDATA ? ']' : '?';
      int whole = guard->state == INSTRUCTION ? 1 : 2;
      if (byte == '>' && before >= whole) guard->state = TEXT;
      guard->before = byte == (uint8_t)mark ? before + 1 : 0;
      return longer(guard, guard->state == CDATA ? &guard->text : &guard->length, fault);
    }
    default: return longer(guard, &guard->length, fault);
  }
}

static int is_plain(const cpcjf_guard *guard, uint8_t byte) {
  if (byte < 0x20 || byte >= 0x80) return 0;
  switch (guard->state) {
    case TEXT: return byte != '<';
    case VALUE: return byte != (uint8_t)guard->quote;
    default: return byte > ' ' && byte != '>' && byte != '"' && byte != '\'' && byte != '=' && byte != '/';
  }
}

/* Passes at once over what means nothing in a text, a value or the names of a tag, as most bytes do:
   one by one they cost as much as libxml2. */
static size_t skip(cpcjf_guard *guard, const uint8_t *bytes, size_t count) {
  if (guard->state != TEXT && guard->state != VALUE && guard->state != TAG) return 0;
  size_t *length = guard->state == TEXT ? &guard->text : &guard->length;
  size_t most = guard->state == TEXT ? CPCJF_XML_TEXT
    : guard->state == VALUE ? CPCJF_XML_VALUE : CPCJF_XML_NAME;
  if (count > most - *length) count = most - *length;
  size_t passed = 0;
  while (passed < count && is_plain(guard, bytes[passed])) passed++;
  if (passed == 0) return 0;
  *length += passed;
  guard->column += (long)passed;
  guard->after_cr = 0;
  if (guard->state == TAG) guard->before = bytes[passed - 1];
  return passed;
}

ptrdiff_t cpcjf_guard_pass(
    cpcjf_guard *guard, uint8_t *bytes, size_t count, cpcjf_xml_fault *fault) {
  size_t kept = 0;
  for (size_t at = 0; at < count; at++) {
    size_t passed = skip(guard, bytes + at, count - at);
    if (kept != at) memmove(bytes + kept, bytes + at, passed);
    kept += passed;
    at += passed;
    if (at == count) break;
    uint8_t byte = bytes[at];
    if (byte == '\n' && guard->after_cr) {
      guard->after_cr = 0;
      continue;
    }
    guard->after_cr = byte == '\r';
    if (byte == '\r') byte = '\n';
    if ((byte & 0xC0) != 0x80) guard->column++;
    if (byte < 0x20 && byte != '\n' && byte != '\t')
      return refuse(guard, fault, CPCJF_XML_CONTROL, "a control character stands here");
    if (step(guard, byte, fault) != 0) return -1;
    if (byte == '\n') {
      guard->line++;
      guard->column = 0;
    }
    bytes[kept++] = byte;
  }
  return (ptrdiff_t)kept;
}
