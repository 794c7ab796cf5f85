#include "CSQLite.h"
#include <sqlite3.h>

static int set(void *connection, int what, int to) {
  int now = -1;
  if (sqlite3_db_config((sqlite3 *)connection, what, to, &now) != SQLITE_OK) return -1;
  return now;
}

int cpcjf_defensive(void *connection) { return set(connection, SQLITE_DBCONFIG_DEFENSIVE, 1); }

int cpcjf_trusted_schema_off(void *connection) {
  return set(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
}

int cpcjf_load_extension_off(void *connection) {
  return set(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
}

int cpcjf_bind_integer(void *statement, int place, int64_t value) {
  return sqlite3_bind_int64((sqlite3_stmt *)statement, place, value);
}

int cpcjf_bind_text(void *statement, int place, const uint8_t *bytes, int count) {
  return sqlite3_bind_text((sqlite3_stmt *)statement, place, (const char *)bytes, count,
                           SQLITE_TRANSIENT);
}

int cpcjf_bind_bytes(void *statement, int place, const uint8_t *bytes, int count) {
  return sqlite3_bind_blob((sqlite3_stmt *)statement, place, bytes, count, SQLITE_TRANSIENT);
}

int cpcjf_run(void *statement) {
  int code = sqlite3_step((sqlite3_stmt *)statement);
  int reset = sqlite3_reset((sqlite3_stmt *)statement);
  if (code == SQLITE_DONE || code == SQLITE_ROW) return reset;
  return code;
}
