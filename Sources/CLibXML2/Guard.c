#include "Guard.h"
#include <stdio.h>
#include <string.h>

enum { TEXT, OPENED, TAG, VALUE, DECLARATION, COMMENT, CDATA, INSTRUCTION, OTHER };

void cpcjf_guard_begin(cpcjf_guard *guard) {
  memset(guard, 0, sizeof *guard);
  guard->line = 1;
}

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
    if (guard->depth == 0) return 0;
    guard->namespaces -= guard->declared[guard->depth];
    guard->depth--;
  } else if (guard->before == '/') {
    guard->namespaces -= guard->own;
  } else if (++guard->depth > CPCJF_XML_DEPTH) {
    return refuse(guard, fault, CPCJF_XML_TOO_DEEP, "more than 64 elements stand in one another");
  } else {
    guard->declared[guard->depth] = guard->own;
  }
  return 0;
}

/* FNV-1a. */
static const uint64_t no_bytes = 14695981039346656037u;

static uint64_t joined(uint64_t hash, uint8_t byte) { return (hash ^ byte) * 1099511628211u; }

static uint64_t hash_of(const char *name) {
  uint64_t hash = no_bytes;
  while (*name != 0) hash = joined(hash, (uint8_t)*name++);
  return hash;
}

static int ends_name(uint8_t byte) {
  return is_blank(byte) || byte == '>' || byte == '"' || byte == '\'' || byte == '=' || byte == '/';
}

static void lengthen_name(cpcjf_guard *guard, uint8_t byte) {
  if (guard->length == 0) guard->hash = no_bytes;
  guard->hash = joined(guard->hash, byte);
  if (++guard->length == 5) guard->prefix = guard->hash;
}

/* libxml2 keeps every name that it meets, and is slow to find one among very many. */
static int meet(cpcjf_guard *guard, cpcjf_xml_fault *fault) {
  const size_t places = sizeof guard->names / sizeof *guard->names;
  size_t place = guard->hash % places;
  while (guard->names[place] != 0 && guard->names[place] != guard->hash)
    place = (place + 1) % places;
  if (guard->names[place] != 0) return 0;
  guard->names[place] = guard->hash;
  if (++guard->met <= CPCJF_XML_NAMES) return 0;
  return refuse(guard, fault, CPCJF_XML_TOO_MANY_NAMES,
                "the file has more than 10,000 different names");
}

static int end_name(cpcjf_guard *guard, cpcjf_xml_fault *fault) {
  int is_name = guard->length > 0 && !guard->is_end;
  if (guard->length > 0 && guard->length < 5) guard->prefix = 0;
  guard->length = 0;
  return is_name ? meet(guard, fault) : 0;
}

static int begin_value(cpcjf_guard *guard, uint8_t quote, cpcjf_xml_fault *fault) {
  guard->quote = (char)quote;
  guard->state = VALUE;
  if (++guard->attributes > CPCJF_XML_ATTRIBUTES)
    return refuse(guard, fault, CPCJF_XML_TOO_MANY_ATTRIBUTES,
                  "the element has more than 256 attributes");
  int is_namespace = guard->prefix == hash_of("xmlns");
  guard->is_kept = is_namespace || guard->hash == hash_of("xml:id");
  guard->own += is_namespace;
  guard->namespaces += is_namespace;
  if (guard->namespaces > CPCJF_XML_NAMESPACES)
    return refuse(guard, fault, CPCJF_XML_TOO_MANY_NAMESPACES,
                  "more than 256 namespaces are declared at once");
  return 0;
}

static int in_tag(cpcjf_guard *guard, uint8_t byte, cpcjf_xml_fault *fault) {
  if (!ends_name(byte)) {
    lengthen_name(guard, byte);
    if (guard->length <= CPCJF_XML_NAME) return 0;
    return refuse(guard, fault, CPCJF_XML_NAME_TOO_LONG, "the name is longer than 256 bytes");
  }
  if (end_name(guard, fault) != 0) return -1;
  if (byte == '>') return close_tag(guard, fault);
  return byte == '"' || byte == '\'' ? begin_value(guard, byte, fault) : 0;
}

static int in_value(cpcjf_guard *guard, uint8_t byte, cpcjf_xml_fault *fault) {
  if (byte == (uint8_t)guard->quote) {
    guard->state = TAG;
    guard->length = 0;
    guard->before = byte;
    return guard->is_kept ? meet(guard, fault) : 0;
  }
  if (guard->is_kept) guard->hash = joined(guard->hash, byte);
  if (++guard->length <= CPCJF_XML_VALUE) return 0;
  return refuse(guard, fault, CPCJF_XML_VALUE_TOO_LONG, "the attribute is longer than 64 KiB");
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
      guard->attributes = guard->own = 0;
      guard->length = 0;
      lengthen_name(guard, byte);
      guard->is_end = byte == '/';
      guard->before = 0;
      guard->state = byte == '!' ? DECLARATION : byte == '?' ? INSTRUCTION : TAG;
      return byte == '>' ? close_tag(guard, fault) : 0;
    case TAG: {
      int answer = in_tag(guard, byte, fault);
      guard->before = byte;
      return answer;
    }
    case VALUE: return in_value(guard, byte, fault);
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

static int is_plain(uint8_t byte) { return byte >= 0x20 && byte < 0x80; }

static size_t skip_name(cpcjf_guard *guard, const uint8_t *bytes, size_t count) {
  size_t passed = 0;
  while (passed < count && guard->length < CPCJF_XML_NAME && is_plain(bytes[passed])
         && !ends_name(bytes[passed]))
    lengthen_name(guard, bytes[passed++]);
  if (passed > 0) guard->before = bytes[passed - 1];
  return passed;
}

static size_t skip_text(cpcjf_guard *guard, const uint8_t *bytes, size_t count) {
  int is_text = guard->state == TEXT;
  size_t *length = is_text ? &guard->text : &guard->length;
  size_t room = (is_text ? CPCJF_XML_TEXT : CPCJF_XML_VALUE) - *length;
  uint8_t end = is_text ? '<' : (uint8_t)guard->quote;
  size_t most = count < room ? count : room, passed = 0;
  while (passed < most && is_plain(bytes[passed]) && bytes[passed] != end) passed++;
  *length += passed;
  return passed;
}

/* Passes at once over what means nothing in a text, a value or a name, as most bytes do: one by one
   they cost half of what libxml2 does. */
static size_t skip(cpcjf_guard *guard, const uint8_t *bytes, size_t count) {
  size_t passed = 0;
  if (guard->state == TAG) passed = skip_name(guard, bytes, count);
  if (guard->state == TEXT || (guard->state == VALUE && !guard->is_kept))
    passed = skip_text(guard, bytes, count);
  guard->column += (long)passed;
  if (passed > 0) guard->after_cr = 0;
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
