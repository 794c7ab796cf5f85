#ifndef CPCJF_CSQLITE_H
#define CPCJF_CSQLITE_H

#include <stdint.h>

/* sqlite3_db_config is variadic, which Swift cannot call. Each function sets one switch of an
   open connection (an sqlite3 *), and answers what the switch then reads, or -1. */
int cpcjf_defensive(void *connection);
int cpcjf_trusted_schema_off(void *connection);
int cpcjf_load_extension_off(void *connection);

/* One row inserted by a prepared statement (an sqlite3_stmt *): values are bound at places from 1,
   text and bytes copied. Each answers SQLite's code. */
int cpcjf_bind_integer(void *statement, int place, int64_t value);
int cpcjf_bind_text(void *statement, int place, const uint8_t *bytes, int count);
int cpcjf_bind_bytes(void *statement, int place, const uint8_t *bytes, int count);
/* Runs it and makes it ready for the next row. */
int cpcjf_run(void *statement);

#endif
