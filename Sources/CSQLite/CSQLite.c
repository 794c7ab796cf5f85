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
