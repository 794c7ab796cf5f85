#include "Source.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const iconv_t none = (iconv_t)-1;

void cpcjf_source_begin(cpcjf_source *source, int descriptor) {
  memset(source, 0, sizeof *source);
  source->descriptor = descriptor;
  source->conversion = none;
  cpcjf_guard_begin(&source->guard);
}

void cpcjf_source_end(cpcjf_source *source) {
  if (source->conversion != none) iconv_close(source->conversion);
  source->conversion = none;
}

static int refuse(cpcjf_source *source, cpcjf_xml_fault *fault, int rule, const char *message) {
  fault->rule = rule;
  fault->line = source->guard.line;
  fault->column = source->guard.column + 1;
  snprintf(fault->message, sizeof fault->message, message, source->encoding);
  return -1;
}

/* Reads until a number of bytes is there, or the file ends. */
static int fill(cpcjf_source *source, size_t wanted, cpcjf_xml_fault *fault) {
  while (!source->has_ended && source->raw_count < wanted) {
    ssize_t count = read(source->descriptor, source->raw + source->raw_count,
                         sizeof source->raw - source->raw_count);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return refuse(source, fault, CPCJF_XML_UNREADABLE, strerror(errno));
    if (count == 0) source->has_ended = 1;
    source->raw_count += (size_t)count;
  }
  return 0;
}

/* The encoding that the declaration names, where there is one: <?xml … encoding="NAME"?> */
static void read_declaration(cpcjf_source *source) {
  char head[1025];
  size_t count = source->raw_count < sizeof head - 1 ? source->raw_count : sizeof head - 1;
  memcpy(head, source->raw, count);
  head[count] = 0;
  if (strncmp(head, "<?xml", 5) != 0) return;
  char *end = strstr(head, "?>");
  if (end == NULL) return;
  *end = 0;
  char *name = strstr(head, "encoding");
  if (name == NULL) return;
  name += strlen("encoding");
  name += strspn(name, " \t\r\n=");
  if (*name != '"' && *name != '\'') return;
  char *close = strchr(name + 1, *name);
  if (close == NULL || (size_t)(close - name) > sizeof source->encoding) return;
  memcpy(source->encoding, name + 1, (size_t)(close - name - 1));
  source->encoding[close - name - 1] = 0;
}

static int starts(const cpcjf_source *source, const char *bytes, size_t count) {
  return source->raw_count >= count && memcmp(source->raw, bytes, count) == 0;
}

/* By its first bytes, or else by its declaration. */
static size_t find_encoding(cpcjf_source *source) {
  static const struct { const char *bytes; size_t count, mark; const char *name; } beginnings[] = {
    {"\xEF\xBB\xBF", 3, 3, "UTF-8"},
    {"\xFF\xFE\0\0", 4, 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, 4, "UTF-32BE"},
    {"<\0\0\0", 4, 0, "UTF-32LE"}, {"\0\0\0<", 4, 0, "UTF-32BE"},
    {"\xFF\xFE", 2, 2, "UTF-16LE"}, {"\xFE\xFF", 2, 2, "UTF-16BE"},
    {"<\0", 2, 0, "UTF-16LE"}, {"\0<", 2, 0, "UTF-16BE"},
  };
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
    if (starts(source, beginnings[i].bytes, beginnings[i].count)) {
      strcpy(source->encoding, beginnings[i].name);
      return beginnings[i].mark;
    }
  read_declaration(source);
  return 0;
}

static int begin(cpcjf_source *source, cpcjf_xml_fault *fault) {
  source->has_begun = 1;
  if (fill(source, 1024, fault) != 0) return -1;
  size_t mark = find_encoding(source);
  int is_wide = source->raw_count > mark + 1 && (source->raw[mark] == 0 || source->raw[mark + 1] == 0);
  source->raw_count -= mark;
  memmove(source->raw, source->raw + mark, source->raw_count);
  const char *name = source->encoding;
  if (*name == 0 || strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0) return 0;
  int says_wide = strncasecmp(name, "UTF-16", 6) == 0 || strncasecmp(name, "UTF-32", 6) == 0
    || strncasecmp(name, "UCS", 3) == 0 || strncasecmp(name, "ISO-10646", 9) == 0;
  if (says_wide && !is_wide)
    return refuse(source, fault, CPCJF_XML_ENCODING, "the file says it is %s, and is not");
  source->conversion = iconv_open("UTF-8", name);
  if (source->conversion == none)
    return refuse(source, fault, CPCJF_XML_ENCODING, "nobody knows the encoding '%s'");
  return 0;
}

/* Fills the text, unconverted or converted, and has it guarded. */
static int more(cpcjf_source *source, cpcjf_xml_fault *fault) {
  size_t count = 0;
  while (count == 0) {
    /* Half a character may be left: it is less than half of the room. */
    if (source->raw_count < sizeof source->raw / 2
        && fill(source, source->raw_count + 1, fault) != 0)
      return -1;
    if (source->raw_count == 0) return 0;
    if (source->conversion == none) {
      count = source->raw_count;
      memcpy(source->text, source->raw, count);
      source->raw_count = 0;
    } else {
      char *in = (char *)source->raw, *out = (char *)source->text;
      size_t left = source->raw_count, room = sizeof source->text;
      size_t answer = iconv(source->conversion, &in, &left, &out, &room);
      count = sizeof source->text - room;
      int is_cut = answer == (size_t)-1 && errno == EINVAL;
      if (answer == (size_t)-1 && count == 0 && !(is_cut && !source->has_ended))
        return refuse(source, fault, CPCJF_XML_ENCODING, "bytes stand here that are no %s");
      memmove(source->raw, in, left);
      source->raw_count = left;
    }
    ptrdiff_t kept = cpcjf_guard_pass(&source->guard, source->text, count, fault);
    if (kept < 0) return -1;
    count = (size_t)kept;
  }
  source->text_at = 0;
  source->text_count = count;
  return 0;
}

int cpcjf_source_read(cpcjf_source *source, char *buffer, int room, cpcjf_xml_fault *fault) {
  if (!source->has_begun && begin(source, fault) != 0) return -1;
  if (source->text_count == 0 && more(source, fault) != 0) return -1;
  size_t count = source->text_count < (size_t)room ? source->text_count : (size_t)room;
  memcpy(buffer, source->text + source->text_at, count);
  source->text_at += count;
  source->text_count -= count;
  return (int)count;
}
